VAR gave_back = false
VAR headset = false

-> call

=== call ===
Thursday, a video call with your biggest customer. Tunde built the new delivery plan. You are there to take notes. #place:call
Tunde: We move the Ohio loads to Tuesday. That saves you a day on each one. #face:calm
Doug is the customer’s buyer, and he has always been good to work with. Now he turns to you.
Doug: I lost most of that. Can you give me the short version? You, I can follow. #face:smile
On your end, the sound is clear. It’s the second time he has asked you today. Tunde waits with his slide open.
+ [Give it back: “It’s Tunde’s plan. Tunde, would you take Ohio again?” #id:back]
    -> back
+ [Check the sound: “He’s clear on my end. Doug, could it be your speaker?” #id:sound]
    -> sound
+ [Message Tunde alone: “Should I step in, or do you want to go on?” #id:message]
    -> message
+ [Give the short version: One sentence from you, and the meeting moves on. #id:short]
    -> short

=== back ===
~ gave_back = true
Tunde: Ohio goes to Tuesday. You gain a day on each load. #face:calm
Doug: Got it. Next time, bring subtitles. #face:laugh
He has the floor again. Now he speaks as if he had to pay for each word. #for:Tunde
Your manager, Priya, joined in time for the last line. She smiles, out of habit. #for:team
You didn’t do what a customer asked, and the call went on. #for:you
-> debrief

=== sound ===
~ headset = true
Doug: It could be. I don’t hear much on the left, and this speaker is old. Wait, I have a headset. #face:surprised
Tunde: Is this better? #face:calm
Nobody told him to talk in a different way. He goes on, and Doug writes down the day he’ll save. #for:Tunde
It was about a speaker now, and nobody on the call had to be the problem. #for:team
You weren’t sure what it was, so you asked. #for:you
-> debrief

=== short ===
Doug: See? That was easy. #face:smile
It was a good sentence, and it was his. He closes the slide. #for:Tunde
From here on, all questions about the plan go to you. You can answer about half of them. #for:team
Doug likes you. That feels nice for about a minute. #for:you
-> debrief

=== debrief ===
That afternoon, your manager, Priya, stops at your desk. She’s in a hurry. #place:office
Priya: Doug wants you to lead the renewal. Tunde can build it. He’s so good at that. Okay with you? #face:smile
{ headset:
    Once he had the headset on, Doug caught every word. He still asked for you.
- else:
    { gave_back:
        She doesn’t mention the subtitles. So far, nobody has.
    - else:
        Tunde turned his camera off before the call was over.
    }
}
+ [Tell Priya: “Doug passed Tunde over today, and the plan was fine. I’d like Tunde to lead.” #id:priya]
    -> priya
+ [Hear from Tunde first: “Can I have an hour? I want to know how Tunde sees it.” #id:tunde]
    -> tunde
+ [Call Doug: “It’s Tunde’s plan, and I’d like him to lead. What would help you follow?” #id:doug]
    -> doug
+ [Say yes and share the credit: Lead the renewal, with Tunde’s name on every slide. #id:share]
    -> share

=== priya ===
Priya: I was thinking about what’s easy for Doug. I didn’t think about Tunde. #face:worried
{ gave_back or headset:
    Priya asks him that same day, “Do you want it?” He does, and he says so before she is done asking. #for:Tunde
- else:
    Priya asks him that same day, “Do you want it?” He does. He is polite with you, and he hasn’t forgotten the short version. #for:Tunde
}
Priya tells Doug that Tunde will lead, and asks what he needs to hear well. It’s out in the open. #for:team
Doug’s first question still goes to you. You look at Tunde, and Tunde answers. #for:later
-> end_presents

=== tunde ===
{ headset:
    -> tunde_headset
- else:
    { gave_back:
        -> tunde_back
    - else:
        -> tunde_short
    }
}

=== tunde_headset ===
Tunde: Today it was his ear. Some days it’s my accent. I’m tired of working out which. #face:tired
He didn’t have to prove to you which one it was. He wants to lead, and Priya hears it from him. #for:Tunde
You were pleased with the headset. Now you’ve seen more of his week. #for:you
Tunde leads, and Doug wears the headset. Doug tells Priya it’s the clearest plan he has seen all year. #for:later
-> end_presents

=== tunde_back ===
Tunde: You gave it back to me. Then came the subtitles, and it was so quiet. #face:hurt
He gets to say it to someone who was there. Then he says what he wants, which is to lead with you in the room. #for:Tunde
You thought that you were done once he had the floor. You tell him so, and that you heard the quiet too. #for:you
When Doug turns to you, you say, “Tunde has that.” By the third call, Doug turns to Tunde. #for:later
-> end_presents

=== tunde_short ===
Tunde: You could have asked me on the call. #face:annoyed
You say that he’s right. He doesn’t want to try out for Doug. He wants a customer of his own. #for:Tunde
“You’re right” was hard to say. After that, the two of you can talk. #for:you
Priya gives him the Texas account, from the first call on. #for:later
-> end_own_way

=== doug ===
{ headset:
    -> doug_headset
- else:
    { gave_back:
        -> doug_back
    - else:
        -> doug_short
    }
}

=== doug_headset ===
Doug: With the headset, I’m fine. I guess I asked for you out of habit. Put Tunde on. #face:calm
Doug writes to him and copies you, not the other way around. It’s the first time. #for:Tunde
You had planned for a hard talk. It took four minutes. #for:you
Priya hears about it from Doug first, so you owe her a word. She agrees with it. #for:team
Tunde leads the renewal. You take notes, and no one asks you for the short version. #for:later
-> end_presents

=== doug_back ===
Doug: I don’t hear much on the left. I joke so I don’t have to say it. Was I rude to him? #face:worried
Doug calls him and says he’s sorry about the subtitles. Tunde takes it well. He’d have liked to know that you were calling. #for:Tunde
You had planned for a hard talk. Doug mostly wanted to know how to fix it. #for:you
Doug got a better speaker. Tunde leads, and the jokes are about the weather. #for:later
-> end_presents

=== doug_short ===
Doug: I don’t hear much on the left, and you were easy to follow. Was that rude? #face:worried
Doug calls him to explain. Tunde knew nothing about it, and it’s the second time today that you have spoken for him. #for:Tunde
You meant to open a door for him. You could have asked him which one. #for:you
Tunde thanks Doug, and asks Priya for a customer of his own. She finds him one in Texas. #for:later
-> end_own_way

=== share ===
Priya: Great. I’ll let Doug know. #face:smile
{ gave_back or headset:
    -> share_behind
- else:
    -> share_gone
}

=== share_behind ===
His name is on all twelve slides. The questions go to you. #for:Tunde
People start to call it your plan. You correct them, most of the time. #for:team
You have more work and a good name with Doug. You and Tunde talk less than you used to. #for:you
Tunde no longer joins the calls. He sends the slides the night before. #for:later
-> end_behind

=== share_gone ===
His name is on all twelve slides. It’s the second time today that someone else speaks for his work. #for:Tunde
The team takes it as decided. Questions about the plan come to your desk, and you walk them over to his. #for:team
You kept the customer happy and gave him credit. It felt fair from where you sat. #for:you
Tunde gives notice. In his last week, Priya asks you how the Ohio part works. #for:later
-> end_elsewhere

=== message ===
His answer comes right away.
Tunde: Let me go on. Stay close. #face:calm
It was up to him, and he’s not alone in there. #for:Tunde
No one else saw it. Now you know what he wants. #for:you
He takes Ohio again, slowly. Your manager, Priya, joins in time for the end. #place:call
Doug: Got it. Next time, bring subtitles. #face:laugh
Priya smiles, out of habit. Tunde looks at his notes.
+ [Ask Tunde the next question: “Tunde, what does that save us in a month?” #id:question]
    -> question
+ [Answer Doug: “He’s clear on my end, Doug. Is it the sound over there?” #id:answer]
    -> answer
+ [Wait until the call is over: Ask Tunde if he wants Priya to know, and go to her if he does. #id:after]
    -> after

=== question ===
Tunde: Four days of driver time, and one truck. #face:calm
The next thing everyone hears is what he knows. He sits up straighter. #for:Tunde
The joke got no answer, and the number did. Priya writes it down, and who said it. #for:team
You asked a question that you would have asked anyway. #for:you
Doug asks for you to lead the renewal. Priya tells him, “Tunde knows it best.” #for:later
-> end_presents

=== answer ===
Doug: Maybe it is. I don’t hear much on the left. I should have said that. Sorry, Tunde. #face:worried
So it was an ear. The joke was still about the way he talks, and everyone who heard it has now heard the apology. #for:Tunde
Priya has stopped smiling. She offers to send Doug a better headset. #for:team
Your voice shook a little, but it held. #for:you
Tunde leads the renewal. When Doug misses something, he asks Tunde to say it again. #for:later
-> end_presents

=== after ===
Tunde: Yes, tell her. I’m tired of being the one who brings it up. #face:tired
He’s glad that you asked. On the call, though, the joke had the last word. #for:Tunde
Priya thought the joke was about a bad connection. She has also told Doug yes, so you’ll lead his renewal. #for:team
You did what you both agreed on. An hour earlier, it would have done more. #for:you
Priya won’t go back on it with Doug. She offers Tunde the Texas account, and he takes it. #for:later
-> end_own_way

=== end_presents ===
Tunde presents his own plan, in his own voice. #end:presents
-> END

=== end_own_way ===
Tunde leads a different customer, by his own choice. His plan for Doug goes on without him. #end:own-way
-> END

=== end_behind ===
Tunde stays. He builds the plans, and you are the one people hear. #end:behind
-> END

=== end_elsewhere ===
Tunde leaves for a company where he presents his own work. #end:elsewhere
-> END
