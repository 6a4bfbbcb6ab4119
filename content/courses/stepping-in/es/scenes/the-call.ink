VAR gave_back = false
VAR headset = false

-> call

=== call ===
Jueves, videollamada con tu cliente más grande. Tunde hizo el nuevo plan de entregas. A ti te toca tomar notas. #place:call
Tunde: Pasamos las cargas de Ohio al martes. Así ahorran un día en cada una. #face:calm
Doug es el comprador, y siempre ha dado gusto trabajar con él. Ahora se dirige a ti.
Doug: Me perdí casi todo. ¿Me das la versión corta? A ti sí te entiendo. #face:smile
De tu lado se oye bien. Es la segunda vez que te lo pide hoy. Tunde espera con su diapositiva abierta.
+ [Devuélvele la palabra: “El plan es de Tunde. Tunde, ¿nos repites lo de Ohio?” #id:back]
    -> back
+ [Revisa el sonido: “Yo lo oigo claro. Doug, ¿no será tu bocina?” #id:sound]
    -> sound
+ [Escríbele solo a Tunde: “¿Digo algo, o quieres seguir tú?” #id:message]
    -> message
+ [Da la versión corta: Una frase tuya, y la reunión avanza. #id:short]
    -> short

=== back ===
~ gave_back = true
Tunde: Lo de Ohio pasa al martes. Ganan un día en cada carga. #face:calm
Doug: Ya entendí. Para la próxima, traigan subtítulos. #face:laugh
Tiene otra vez la palabra. Ahora habla como si le cobraran cada sílaba. #for:Tunde
Tu gerente, Priya, entró justo para oír lo último. Sonríe, por costumbre. #for:team
No hiciste lo que pidió un cliente, y la llamada siguió. #for:you
-> debrief

=== sound ===
~ headset = true
Doug: Puede ser. Del lado izquierdo casi no oigo, y esta bocina es vieja. Espera, tengo unos audífonos. #face:surprised
Tunde: ¿Así está mejor? #face:calm
Nadie le pidió que hablara de otra manera. Sigue, y Doug apunta el día que va a ahorrar. #for:Tunde
Ahora el asunto era una bocina, y nadie en la llamada tenía que ser el problema. #for:team
No sabías bien qué era, y preguntaste. #for:you
-> debrief

=== short ===
Doug: ¿Ves? Así de fácil. #face:smile
Fue una buena frase, y era de él. Cierra su diapositiva. #for:Tunde
Desde ahí, todas las preguntas sobre el plan te llegan a ti. Puedes contestar como la mitad. #for:team
Le caes bien a Doug. Eso se siente bien más o menos un minuto. #for:you
-> debrief

=== debrief ===
Esa tarde, tu gerente, Priya, pasa por tu escritorio. Va con prisa. #place:office
Priya: Doug quiere que tú lleves la renovación del contrato. Tunde la puede armar, eso le sale muy bien. ¿Te parece? #face:smile
{ headset:
    Con los audífonos, Doug entendió cada palabra. Aun así te pidió a ti.
- else:
    { gave_back:
        No menciona lo de los subtítulos. Hasta ahora, nadie lo ha hecho.
    - else:
        Tunde apagó su cámara antes de que terminara la llamada.
    }
}
+ [Díselo a Priya: “Hoy Doug hizo a un lado a Tunde, y el plan estaba bien. Me gustaría que él la lleve.” #id:priya]
    -> priya
+ [Escucha primero a Tunde: “¿Me das una hora? Quiero saber cómo lo ve él.” #id:tunde]
    -> tunde
+ [Llama a Doug: “El plan es de Tunde y me gustaría que él lo lleve. ¿Qué te ayudaría a seguirlo?” #id:doug]
    -> doug
+ [Acepta y comparte el crédito: Lleva tú la renovación, con el nombre de Tunde en cada diapositiva. #id:share]
    -> share

=== priya ===
Priya: Pensé en lo más fácil para Doug. En Tunde no pensé. #face:worried
{ gave_back or headset:
    Ese mismo día Priya le pregunta: “¿La quieres tú?”. Sí la quiere, y lo dice antes de que ella termine. #for:Tunde
- else:
    Ese mismo día Priya le pregunta: “¿La quieres tú?”. Sí la quiere. Contigo es cortés, y no se le ha olvidado la versión corta. #for:Tunde
}
Priya le dice a Doug que la lleva Tunde y le pregunta qué necesita para oír bien. Todo queda a la vista. #for:team
La primera pregunta de Doug todavía es para ti. Tú miras a Tunde, y Tunde contesta. #for:later
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
Tunde: Hoy fue su oído. Otros días es mi acento. Me cansa andar averiguando cuál de los dos. #face:tired
Contigo no tuvo que demostrar cuál era. Quiere llevarla él, y se lo dice él mismo a Priya. #for:Tunde
Los audífonos te parecían un buen arreglo. Ahora has visto más de su semana. #for:you
Tunde la lleva, y Doug usa los audífonos. Le dice a Priya que es el plan más claro que ha visto en el año. #for:later
-> end_presents

=== tunde_back ===
Tunde: Me devolviste la palabra. Luego vino lo de los subtítulos, y qué silencio. #face:hurt
Puede decírselo a alguien que estuvo ahí. Después dice lo que quiere: llevarla él, contigo presente. #for:Tunde
Creías que con devolverle la palabra bastaba. Se lo dices, y también que oíste ese silencio. #for:you
Cuando Doug se dirige a ti, dices: “Eso lo tiene Tunde”. A la tercera llamada, Doug ya se dirige a Tunde. #for:later
-> end_presents

=== tunde_short ===
Tunde: Podías haberme preguntado en la llamada. #face:annoyed
Le dices que tiene razón. No quiere hacer méritos con Doug. Quiere un cliente propio. #for:Tunde
Costó decir “tienes razón”. Después de eso, ya pueden hablar. #for:you
Priya le da la cuenta de Texas, desde la primera llamada. #for:later
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
Doug: Con los audífonos oigo bien. Creo que te pedí a ti por costumbre. Que la lleve Tunde. #face:calm
Doug le escribe a él con copia para ti, y no al revés. Es la primera vez. #for:Tunde
Ibas con la idea de una conversación difícil. Duró cuatro minutos. #for:you
Priya se entera primero por Doug, así que le debes una explicación. Está de acuerdo. #for:team
Tunde lleva la renovación. Tú tomas notas, y nadie te pide la versión corta. #for:later
-> end_presents

=== doug_back ===
Doug: Del lado izquierdo casi no oigo. Bromeo para no tener que decirlo. ¿Fui grosero con él? #face:worried
Doug lo llama y le pide perdón por lo de los subtítulos. Tunde lo toma bien. Le hubiera gustado saber que ibas a llamar. #for:Tunde
Ibas con la idea de una conversación difícil. Doug más bien quería saber cómo arreglarlo. #for:you
Doug consiguió una bocina mejor. Tunde lleva la renovación, y las bromas son sobre el clima. #for:later
-> end_presents

=== doug_short ===
Doug: Del lado izquierdo casi no oigo, y a ti te entendía fácil. ¿Fue una grosería? #face:worried
Doug lo llama para explicarle. Tunde no sabía nada, y es la segunda vez en el día que hablas por él. #for:Tunde
Querías abrirle una puerta. Podrías haberle preguntado cuál. #for:you
Tunde le da las gracias a Doug y le pide a Priya un cliente propio. Ella le consigue uno en Texas. #for:later
-> end_own_way

=== share ===
Priya: Perfecto. Le aviso a Doug. #face:smile
{ gave_back or headset:
    -> share_behind
- else:
    -> share_gone
}

=== share_behind ===
Su nombre está en las doce diapositivas. Las preguntas son para ti. #for:Tunde
La gente empieza a decir que el plan es tuyo. Tú los corriges, casi siempre. #for:team
Tienes más trabajo y quedas bien con Doug. Tunde y tú hablan menos que antes. #for:you
Tunde ya no entra a las llamadas. Manda las diapositivas la noche anterior. #for:later
-> end_behind

=== share_gone ===
Su nombre está en las doce diapositivas. Es la segunda vez en el día que alguien más habla por su trabajo. #for:Tunde
El equipo lo da por decidido. Las preguntas sobre el plan llegan a tu escritorio, y tú las llevas al de él. #for:team
El cliente quedó contento y a Tunde le diste crédito. Desde tu lugar parecía justo. #for:you
Tunde presenta su renuncia. En su última semana, Priya te pregunta cómo funciona lo de Ohio. #for:later
-> end_elsewhere

=== message ===
Su respuesta llega enseguida.
Tunde: Déjame seguir. No te vayas. #face:calm
La decisión fue suya, y no está solo ahí. #for:Tunde
Nadie más lo vio. Ahora sabes lo que él quiere. #for:you
Repite lo de Ohio, despacio. Tu gerente, Priya, entra justo para el final. #place:call
Doug: Ya entendí. Para la próxima, traigan subtítulos. #face:laugh
Priya sonríe, por costumbre. Tunde mira sus notas.
+ [Hazle a Tunde la siguiente pregunta: “Tunde, ¿cuánto nos ahorra eso al mes?” #id:question]
    -> question
+ [Contéstale a Doug: “Yo lo oigo claro, Doug. ¿Será el sonido de tu lado?” #id:answer]
    -> answer
+ [Espera a que termine la llamada: Pregúntale a Tunde si quiere que Priya lo sepa y, si quiere, habla con ella. #id:after]
    -> after

=== question ===
Tunde: Cuatro días de chofer y un camión. #face:calm
Lo siguiente que todos oyen es lo que él sabe. Se endereza en la silla. #for:Tunde
La broma no tuvo respuesta, y la cifra sí. Priya la apunta, y apunta quién la dijo. #for:team
Hiciste una pregunta que ibas a hacer de todos modos. #for:you
Doug pide que tú lleves la renovación. Priya le dice: “El que más sabe es Tunde”. #for:later
-> end_presents

=== answer ===
Doug: Puede que sí. Del lado izquierdo casi no oigo. Debí decirlo. Perdón, Tunde. #face:worried
Entonces era el oído. La broma igual fue sobre su forma de hablar, y quienes la oyeron ahora oyeron también la disculpa. #for:Tunde
Priya ya no sonríe. Ofrece mandarle a Doug unos audífonos mejores. #for:team
Te tembló un poco la voz, pero aguantó. #for:you
Tunde lleva la renovación. Cuando a Doug se le va algo, le pide a Tunde que lo repita. #for:later
-> end_presents

=== after ===
Tunde: Sí, dile. Me cansa ser siempre yo quien saca el tema. #face:tired
Le da gusto que hayas preguntado. Pero en la llamada, la broma se quedó con la última palabra. #for:Tunde
Priya pensó que la broma era por la mala conexión. Además, ya le dijo a Doug que sí, así que tú llevas su renovación. #for:team
Hiciste lo que acordaron. Una hora antes habría servido más. #for:you
Priya no se va a echar para atrás con Doug. Le ofrece a Tunde la cuenta de Texas, y él acepta. #for:later
-> end_own_way

=== end_presents ===
Tunde presenta su propio plan, con su propia voz. #end:presents
-> END

=== end_own_way ===
Tunde lleva otro cliente, porque así lo quiso. Su plan para Doug sigue sin él. #end:own-way
-> END

=== end_behind ===
Tunde se queda. Él arma los planes, y a quien se oye es a ti. #end:behind
-> END

=== end_elsewhere ===
Tunde se va a una empresa donde presenta su propio trabajo. #end:elsewhere
-> END
