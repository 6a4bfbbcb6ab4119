VAR asked = false

-> rooms

=== rooms ===
Tres y diez de la madrugada, 4 Oeste. Alguien se fue a casa con fiebre y Carol está repartiendo sus cuartos. #place:station
Carol dirige casi todas las noches. Le enseñó a medio piso, y la sopa que acabas de cenar la hizo ella.
Nadia empezó hace cinco meses. Tiene un bebé en casa, así que dos veces por noche toma un descanso para sacarse leche.
Carol: El ocho y el nueve son de Nadia, en cuanto vuelva de la lechería. #face:laugh
Jun también se ríe. Luego ve a Nadia detrás de él, con su bolsita térmica.
Nadia: Ya volví. Yo los tomo. #face:serious
Carol ya va en el siguiente cuarto. A Nadia, la sonrisa le dura un segundo de más.
+ [Vuelve al trabajo: “Nadia, ayer tuve al señor del ocho. ¿Te pongo al día?” #id:shift]
    -> shift
+ [Dilo claro: “Es su descanso y ya, Carol. Dejemos lo de la lechería.” #id:say]
    -> say
+ [Acompáñala por el pasillo: “¿Cómo te cayó eso?” #id:check]
    -> check
+ [Espera y observa: No digas nada por ahora y fíjate cómo está Nadia el resto de la noche. #id:wait]
    -> wait

=== shift ===
Nadia voltea hacia ti, y Jun también. Por un minuto solo se habla del señor del ocho y su oxígeno.
Contesta como la enfermera que es, aunque no sabe si quisiste ayudarla. #for:Nadia
La risa dura poco. Nadie se entera de que algo andaba mal, así que la frase puede volver. #for:team
Fue fácil, y no sabes bien si sirvió de algo. #for:you
-> breakroom

=== check ===
~ asked = true
Te pones a caminar a su lado. Ella se detiene afuera del ocho.
Nadia: Es Carol, nada más. Ha sido buena conmigo. ¿Lo oyeron todos? #face:tired
Una persona lo vio, y Nadia no tuvo que sacar el tema. Suelta el aire. #for:Nadia
En la estación todo sigue igual. Te vieron irte con ella y no le dieron más vueltas. #for:team
Te tomó medio minuto, y tu siguiente paciente ni lo notó. #for:you
-> breakroom

=== say ===
Se hace un silencio. Nadia esconde la bolsita detrás de la espalda. Luego suena un timbre y todos lo agradecen.
Carol: Ay, por favor. Era una broma. #face:surprised
No tuvo que decirlo ella, pero ahora toda la estación la está mirando. #for:Nadia
A Jun se le borra la sonrisa. Se había reído más que nada porque Carol se rio. #for:team
Te arden las orejas, y lees dos veces el mismo expediente. #for:you
-> corridor

=== wait ===
Se reparten los cuartos. Observas, y ves más que antes.
Nadie dijo nada, así que entiende que aquí eso es lo normal. #for:Nadia
A las cuatro, Jun ya tiene su propia versión de la frase. #for:team
Notas que Nadia ahora le da la vuelta larga a la estación. Te preguntas desde cuándo. #for:you
-> late

=== breakroom ===
Son casi las seis. Nadia está en la sala de descanso, con la bolsita sobre la mesa, todavía cerrada. #place:breakroom
{ asked:
    Nadia: Me preguntaste cómo me cayó. Es poca cosa. Pero antes de salir me fijo quién está en la estación. #face:tired
- else:
    Nadia: A las tres, ¿cambiaste de tema por mí? No estaba segura. #face:tired
}
Nadia: Creo que esta me la salto. Es más fácil que pasar enfrente de ellos. #face:serious
+ [Pregúntale: “¿Qué te ayudaría? Puedo decir algo, cubrir tus cuartos o nada más saberlo.” #id:ask]
    -> ask
+ [Habla a solas con Carol: “Lo de la lechería no cae como tú crees.” #id:carol]
    -> carol
+ [Cúbrela: “Ve. Yo me quedo con el ocho y el nueve hasta que vuelvas.” #id:cover]
    -> cover
+ [Tranquilízala: “Carol bromea con la gente que quiere. Ya eres parte del equipo.” #id:reassure]
    -> reassure

=== ask ===
{ asked:
    -> ask_speak
- else:
    -> ask_know
}

=== ask_speak ===
Nadia: La próxima vez, di algo. Para no tener que decirlo yo. #face:calm
El plan es suyo, y no está sola en él. Toma la bolsita y se va. #for:Nadia
Ya sabes cuál es tu frase, y así es más fácil decirla. #for:you
Carol suelta la broma dos veces más. Las dos veces dices: “Es su descanso”. A la segunda, nadie se ríe. #for:team
Carol ya no la dice. Ahora solo pregunta quién cubre el ocho y el nueve. #for:later
-> end_open

=== ask_know ===
Nadia: Con que lo sepas me basta, supongo. No quiero hacer de esto algo grande. #face:tired
Elige lo más pequeño. Apenas te conoce, así que es un buen comienzo. #for:Nadia
Te hubiera gustado hacer más. Haces lo que te pidió. #for:you
Cuando coinciden en el turno, va a sacarse leche. Cuando tú no estás, primero mira quién hay en la estación. #for:later
-> end_some_nights

=== carol ===
{ asked:
    -> carol_quiet
- else:
    -> carol_loud
}

=== carol_quiet ===
Le dices lo que viste, y nada de lo que te contó Nadia. Carol deja el café en la mesa.
Carol: Sí te vi irte con ella. Pensé que le hacía gracia. Así bromeábamos cuando la que se sacaba leche era yo. #face:worried
Carol la busca a solas y le dice: “Perdón por esa frase. Toma tu descanso”. Nadia hubiera querido que le preguntaras antes. También siente alivio. #for:Nadia
Carol está seria contigo hasta el fin de semana. Después vuelve a haber sopa. #for:you
Ahora los descansos de todos están en el pizarrón. El de Nadia es una línea entre ocho. #for:later
-> end_open

=== carol_loud ===
Lo único que Carol vio a las tres fue una risa, y luego tu reporte del ocho. No entiende.
Carol: Si a ella no le molesta. Ahora le pregunto. #face:surprised
Carol le pregunta en la estación, frente a cuatro personas. Nadia dice que todo bien. Ahí sería difícil decir otra cosa. #for:Nadia
El equipo la oye decirlo. Para ellos, asunto cerrado. #for:team
Carol se cuida cuando estás tú. Las otras noches, la frase sigue viva. #for:later
-> end_some_nights

=== cover ===
Nadia te mira, toma la bolsita y se va. El del ocho quiere agua. El del nueve duerme.
{ asked:
    Primero preguntaste y luego hiciste algo. Ahora te cree. #for:Nadia
- else:
    Es el primer descanso completo que toma esta semana. Regresa con la espalda más derecha. #for:Nadia
}
Jun pregunta qué haces en los cuartos de ella. “Es su descanso”, dices, y él asiente. Nadie le ha dicho nada a Carol. #for:team
Cuando estás tú, sus cuartos quedan cubiertos y ella va. Otras noches suele aguantarse hasta las siete. #for:later
-> end_some_nights

=== reassure ===
Nadia: Claro. Ya sé. #face:smile
{ asked:
    Acababa de decirte cómo estaba. Entiende que le toca a ella acostumbrarse, y la bolsita se queda cerrada. #for:Nadia
- else:
    Acababa de preguntarte si estabas de su lado. Entiende que no hay lados, y la bolsita se queda cerrada. #for:Nadia
}
Parece resuelto. Ella no vuelve a tocar el tema, y lo tomas como buena señal. #for:you
Le cuenta a Carol que el bebé ya toma fórmula. Carol le dice que así es más fácil, y lo dice de buena fe. #for:later
-> end_hidden

=== corridor ===
Las cinco. Carol te detiene junto al carrito de la ropa limpia. #place:corridor
Carol: Con mis dos hijos, yo me sacaba la leche en el cuarto de suministros. Bromeábamos para no llorar. ¿Tan malo fue lo que dije? #face:tired
+ [Dile lo que viste: “No fue con mala intención. Ella sonrió y luego escondió la bolsita.” #id:tell]
    -> tell
+ [Pregúntale por aquel cuarto: “¿Qué te lo habría hecho más fácil en ese entonces?” #id:closet]
    -> closet
+ [Quítale importancia: “No, no pasa nada. A esta hora pesa el cansancio.” #id:smooth]
    -> smooth

=== tell ===
Carol: ¿La escondió? Eso no lo vi. #face:worried
Antes de las siete, Carol la busca a solas. “Esa frase no fue justa contigo. Perdón”. Nadia no sabe qué decir y le da las gracias. #for:Nadia
Carol le dice a Jun que también la deje. Viniendo de ella, se acepta mejor. #for:team
Una enfermera regresa de su licencia. Es Carol quien le enseña dónde sacarse leche. #for:later
-> end_open

=== closet ===
Carol: Una puerta con seguro. Y alguien que cuidara a mis pacientes sin poner cara. #face:tired
A las seis, Carol le dice: “Yo tengo el ocho y el nueve. Ve”. No hay disculpa, y tampoco hay broma. #for:Nadia
No tuviste que discutir. Escuchaste dos minutos junto a un carrito de ropa. #for:you
El cuarto de lactancia ya tiene seguro. Nadia guarda cierta distancia con Carol, y toma todos sus descansos. #for:later
-> end_open

=== smooth ===
Carol: Eso pensé. #face:smile
A las seis vuelve la frase, y esta vez tú miras tu expediente. Ella creía que tenía a una persona. #for:Nadia
Jun ve que ya pasó. Se vuelve a reír, con algo de cuidado. #for:team
Carol y tú están bien otra vez. Es un alivio, y te incomoda un poco. #for:you
Nadia pregunta por una vacante dos pisos arriba. No da razones, y Carol no se las pide. #for:later
-> end_moved

=== late ===
Diez para las seis. A esta hora Nadia ya se habría ido a sacarse leche. La bolsita está debajo de su silla. #place:station
Jun: ¿Hoy no hay reparto de leche? #face:laugh
Nadia: Mucho trabajo. #face:tired
Sus cuartos están tranquilos. Carol está al fondo del pasillo, con un paciente.
+ [Contéstale a Jun: “Déjalo, Jun. Es su descanso.” #id:jun]
    -> jun
+ [Siéntate junto a Nadia: “Lo oí a las tres y no dije nada. ¿Quieres ir ahora?” #id:sit]
    -> sit
+ [Anótalo: Escribe la hora y las palabras, y dile a Nadia que la nota es suya si la quiere. #id:note]
    -> note
+ [Dale espacio: Dice que tiene mucho trabajo, y le toca decidir a ella. #id:space]
    -> space

=== jun ===
Jun: Está bien. Perdón. Lo dije porque Carol lo dice. #face:surprised
Levanta la vista. Un minuto después, toma la bolsita y se va. #for:Nadia
Jun ya no sigue con eso. Sin su risa, la frase de Carol cae un poco en el vacío. #for:team
Fue más fácil con Jun que con Carol, y lo sabes. #for:you
Nadie ha hablado con Carol. Cuando ella está a cargo, Nadia todavía lo piensa dos veces. #for:later
-> end_some_nights

=== sit ===
Nadia: ¿Lo oíste? Pensé que yo era demasiado sensible. #face:surprised
Tres horas después todavía era a tiempo. Va, y se queda lo que necesita. #for:Nadia
Costó decir “no dije nada”. Por eso te creyó lo demás. #for:you
Nadia se lo dice a Carol ella misma, contigo a dos pasos: “Llámalo mi descanso y ya”. Carol le pide perdón. #for:later
-> end_open

=== note ===
Nadia: ¿Lo escribiste? ¿Para mí? #face:surprised
Se salta este descanso. Pero guarda la nota detrás de su gafete y deja de preguntarse si todo se lo imagina. #for:Nadia
Prometiste que no sale de ahí si ella no quiere. Cumples. #for:you
Se la lleva a la gerente de la unidad, que la lee y le pregunta qué quiere. Luego la gerente habla con Carol, sin hacer ruido. #for:later
-> end_open

=== space ===
Nadia se queda en su silla. Jun se va a tomar signos vitales.
Le dejaste la decisión. Desde su silla, parece que nadie se dio cuenta. #for:Nadia
La frase ya es parte de la noche. La próxima persona nueva también la va a aprender. #for:team
Piensas preguntarle el jueves. El jueves ella descansa. #for:you
Su bolsita ya no está en el refrigerador. Todavía podrías preguntarle, y lo piensas. #for:later
-> end_hidden

=== end_open ===
El descanso de Nadia es un descanso y ya. Sigue en el turno de noche, y se saca leche hasta cuando ella quiere. #end:open
-> END

=== end_some_nights ===
Hay noches en que Nadia toma su descanso. Depende de quién esté en la estación. #end:some-nights
-> END

=== end_hidden ===
Nadia deja de sacarse leche semanas antes de lo que quería. Hasta ahora, nadie le ha preguntado por qué. #end:hidden
-> END

=== end_moved ===
Nadia se cambia a otra unidad. En 4 Oeste dicen que era amable, y callada. #end:moved
-> END
