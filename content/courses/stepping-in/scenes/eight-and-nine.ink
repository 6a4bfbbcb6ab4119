VAR asked = false

-> rooms

=== rooms ===
Ten past three on 4 West. A nurse went home sick, so Carol is handing out the rooms. #place:station
Carol runs most nights here. She trained half the floor, and the soup you just ate was hers.
Nadia started five months ago. She has a baby at home, so twice a night she takes a break to pump milk.
Carol: Eight and nine go to Nadia, once she’s back from the dairy. #face:laugh
Jun laughs too. Then he sees Nadia behind him with her little cooler.
Nadia: I’m back. I can take them. #face:serious
Carol is already on the next room. Nadia’s smile stays on a second too long.
+ [Turn to the work: “Nadia, I had the man in eight yesterday. Want a quick update?” #id:shift]
    -> shift
+ [Say it plainly: “It’s just her break, Carol. Let’s leave the dairy out of it.” #id:say]
    -> say
+ [Walk down the hall with her: “How was that for you?” #id:check]
    -> check
+ [Keep an eye on it: Say nothing for now, and watch how Nadia is for the rest of the night. #id:wait]
    -> wait

=== shift ===
Nadia turns to you, and so does Jun. For a minute it’s all about the man in eight and his oxygen.
She gets to answer as a nurse, though she can’t tell if you meant to help. #for:Nadia
The laugh is short. Nobody learns that anything was off, so the line can come back. #for:team
It was easy, and you aren’t sure that it did anything. #for:you
-> breakroom

=== check ===
~ asked = true
You fall in beside her. She stops outside room eight.
Nadia: It’s only Carol. She’s been good to me. Did everyone hear it? #face:tired
One person saw it, and Nadia didn’t have to bring it up. She breathes out. #for:Nadia
At the desk, nothing has changed. They saw you two walk off, and thought no more of it. #for:team
It took half a minute, and your next patient didn’t notice. #for:you
-> breakroom

=== say ===
It goes quiet. Nadia moves the cooler behind her back. Then a call light comes on, and everyone is glad of it.
Carol: Oh, come on. It was a joke. #face:surprised
She didn’t have to say it herself, but now the whole desk is looking at her. #for:Nadia
Jun stops grinning. He had laughed mostly because Carol did. #for:team
Your ears are hot, and you read the same chart twice. #for:you
-> corridor

=== wait ===
The rooms get handed out. You watch, and you see more than you did before.
Nobody said a thing, so she takes it that this is normal here. #for:Nadia
By four, Jun has his own version of the line. #for:team
You notice that Nadia takes the long way around the desk now. You wonder since when. #for:you
-> late

=== breakroom ===
It’s almost six. Nadia is in the break room, with her cooler on the table, still zipped. #place:breakroom
{ asked:
    Nadia: You asked me how it was. It’s a small thing. But I check who is at the desk before I go. #face:tired
- else:
    Nadia: At three, were you changing the subject for me? I wasn’t sure. #face:tired
}
Nadia: I think I’ll skip this one. It’s easier than walking past them. #face:serious
+ [Ask her: “What would help? I can speak up, cover your rooms, or just know.” #id:ask]
    -> ask
+ [Talk to Carol alone: “The dairy line doesn’t land the way you mean it.” #id:carol]
    -> carol
+ [Cover for her: “Go. I have eight and nine until you’re back.” #id:cover]
    -> cover
+ [Reassure her: “Carol teases the people she likes. You’re part of the team.” #id:reassure]
    -> reassure

=== ask ===
{ asked:
    -> ask_speak
- else:
    -> ask_know
}

=== ask_speak ===
Nadia: Next time, say something. So I don’t have to. #face:calm
It’s her plan, and she has company in it. She takes the cooler and goes. #for:Nadia
You know your sentence ahead of time, which makes it easier to say. #for:you
Carol tries the line twice more. Both times you say, “It’s her break.” The second time, no one laughs. #for:team
Carol has dropped it. These days she only asks who is covering eight and nine. #for:later
-> end_open

=== ask_know ===
Nadia: Just know, I guess. I don’t want to make it big. #face:tired
She picks the smallest thing. She hardly knows you, so it’s a fair place to start. #for:Nadia
You would have liked to do more. You do what she asked. #for:you
When you work together, she goes to pump. When you’re off, she looks at the desk first. #for:later
-> end_some_nights

=== carol ===
{ asked:
    -> carol_quiet
- else:
    -> carol_loud
}

=== carol_quiet ===
You say what you saw, and nothing of what Nadia told you. Carol puts down her coffee.
Carol: I did see you walk off with her. I thought she was in on it. We made those jokes when I was pumping. #face:worried
Carol goes to her alone and says, “I’m sorry about that line. Take your break.” Nadia wishes you had asked her first. She is also relieved. #for:Nadia
Carol is stiff with you until the weekend. Then there is soup again. #for:you
Everyone’s breaks are up on the board now. Nadia’s is one line among eight. #for:later
-> end_open

=== carol_loud ===
All Carol saw at three was a laugh, and then your update on room eight. She looks puzzled.
Carol: She’s fine with it. I’ll ask her. #face:surprised
Carol asks at the desk, in front of four people. Nadia says it’s fine. It would be hard to say anything else there. #for:Nadia
The team hears her say so. For them, the matter is closed. #for:team
Carol holds back when you’re around. On other nights, the line is still alive. #for:later
-> end_some_nights

=== cover ===
Nadia looks at you, picks up the cooler, and goes. Room eight wants water. Room nine is asleep.
{ asked:
    First you asked, and then you did something. She believes you now. #for:Nadia
- else:
    It’s the first full break she has had this week. She comes back standing straighter. #for:Nadia
}
Jun asks why you are in her rooms. “It’s her break,” you say, and he nods. Nobody has told Carol a thing. #for:team
When you’re on, her rooms are covered and she goes. On other nights she often holds out until seven. #for:later
-> end_some_nights

=== reassure ===
Nadia: Sure. I know. #face:smile
{ asked:
    She had just told you how it was. She hears that it’s hers to get used to, and the cooler stays zipped. #for:Nadia
- else:
    She had just asked if you were on her side. She hears that there are no sides, and the cooler stays zipped. #for:Nadia
}
It feels settled. She doesn’t bring it up again, and you take that as a good sign. #for:you
She tells Carol that the baby is on formula now. Carol says that’s easier anyway, and means it kindly. #for:later
-> end_hidden

=== corridor ===
Five o’clock. Carol stops you by the linen cart. #place:corridor
Carol: I pumped in a supply closet with both my boys. We joked about it, or we’d have cried. Was it that bad, what I said? #face:tired
+ [Tell her what you saw: “You meant no harm. She smiled, and then she hid the cooler.” #id:tell]
    -> tell
+ [Ask about the closet: “What would have made it easier for you back then?” #id:closet]
    -> closet
+ [Smooth it over: “No, it’s fine. It’s late, and we’re all tired.” #id:smooth]
    -> smooth

=== tell ===
Carol: She hid it? I didn’t see that. #face:worried
Carol finds her alone before seven. “That line wasn’t fair to you. I’m sorry.” Nadia doesn’t know what to say, so she says thanks. #for:Nadia
Carol tells Jun to drop it too. It goes down easier, coming from her. #for:team
A nurse comes back from leave. Carol is the one who shows her where to pump. #for:later
-> end_open

=== closet ===
Carol: A door that locked. And someone to watch my patients without making a face. #face:tired
At six, Carol tells her, “I have eight and nine. Go.” There is no apology, and no joke either. #for:Nadia
You didn’t have to argue. You listened for two minutes next to a linen cart. #for:you
There’s a lock on the pump room now. Nadia keeps some distance from Carol, and she takes every break. #for:later
-> end_open

=== smooth ===
Carol: That’s what I thought. #face:smile
At six the line is back, and this time you look at your chart. She thought that she had one person. #for:Nadia
Jun sees that it blew over. He laughs again, a bit carefully. #for:team
You and Carol are good again. It’s a relief, and it bothers you a little. #for:you
Nadia asks about an opening two floors up. She gives no reason, and Carol doesn’t ask for one. #for:later
-> end_moved

=== late ===
Ten to six. Nadia would usually be off pumping by now. Her cooler is under her chair. #place:station
Jun: No milk run tonight? #face:laugh
Nadia: Too busy. #face:tired
Her rooms are quiet. Carol is down the hall with a patient.
+ [Answer Jun: “Leave it, Jun. It’s her break.” #id:jun]
    -> jun
+ [Sit down next to Nadia: “I heard it at three, and I kept quiet. Do you want to go now?” #id:sit]
    -> sit
+ [Write it down: Note the time and the words, and tell Nadia that the note is hers if she wants it. #id:note]
    -> note
+ [Give her room: She says that she is busy, and it’s her call. #id:space]
    -> space

=== jun ===
Jun: Okay. Sorry. I only said it because Carol does. #face:surprised
She looks up. A minute later, she takes the cooler and goes. #for:Nadia
Jun is done with it. Without his laugh, Carol’s line falls a little flat. #for:team
It was easier with Jun than with Carol, and you know it. #for:you
Nobody has talked to Carol. When she’s in charge, Nadia still thinks twice. #for:later
-> end_some_nights

=== sit ===
Nadia: You heard it? I thought I was too touchy. #face:surprised
Three hours late was soon enough. She goes, and she stays as long as she needs. #for:Nadia
“I kept quiet” was hard to say. It’s why she believed the rest. #for:you
Nadia tells Carol herself, with you two steps away: “Just call it my break.” Carol says she’s sorry. #for:later
-> end_open

=== note ===
Nadia: You wrote it down? For me? #face:surprised
She skips this break. But she puts the note in her badge holder, and she stops asking herself if it’s all in her head. #for:Nadia
You promised that it goes nowhere unless she says so. You keep that promise. #for:you
She takes it to the unit manager, who reads it and asks what she wants. Then the manager has a quiet talk with Carol. #for:later
-> end_open

=== space ===
Nadia stays in her chair. Jun goes off to take vitals.
You left the decision to her. From her chair, it looks as if nobody noticed. #for:Nadia
The line is part of the night now. The next new person will learn it too. #for:team
You mean to ask her on Thursday. On Thursday she’s off. #for:you
Her cooler is gone from the fridge. You could still ask her, and you think about it. #for:later
-> end_hidden

=== end_open ===
Nadia’s break is just a break. She stays on nights, and she pumps for as long as she wants to. #end:open
-> END

=== end_some_nights ===
Some nights, Nadia takes her break. It depends on who is at the desk. #end:some-nights
-> END

=== end_hidden ===
Nadia stops pumping weeks before she wanted to. So far, nobody has asked why. #end:hidden
-> END

=== end_moved ===
Nadia transfers to another unit. On 4 West they say that she was nice, and quiet. #end:moved
-> END
