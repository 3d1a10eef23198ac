# Taking part in events: signing up, seats of a school, the queue, reminders.

# On the card of an event
ssign-free =
    { $count ->
        [0] Свободных мест нет.
        [one] Свободно { $count } место.
        [few] Свободно { $count } места.
       *[many] Свободно { $count } мест.
    }{ $waits ->
        [0] {""}
        [one] {" "}В очереди { $waits } человек.
        [few] {" "}В очереди { $waits } человека.
       *[many] {" "}В очереди { $waits } человек.
    }
ssign-left =
    { $several ->
        [yes] { $school }
       *[no] Ваша школа
    }: { $count ->
        [0] все её места заняты.
        [one] можно занять ещё { $count } место.
        [few] можно занять ещё { $count } места.
       *[many] можно занять ещё { $count } мест.
    }
ssign-kept =
    { $count ->
        [one] За школой оставлено { $count } место без имени.
        [few] За школой оставлено { $count } места без имён.
       *[many] За школой оставлено { $count } мест без имён.
    }
ssign-signed =
    { $over ->
        [yes] Вы были записаны.
       *[no] Вы записаны.
    }
ssign-quota-reached = Места для вашей школы заняты. Встаньте в очередь: если коллега откажется, место предложат вам.
btn-ssign-up = Записаться
btn-ssign-mine-here = Моя запись
btn-ssign-others = Записать учителя
btn-ssign-keep = Оставить места для школы
btn-ssign-kept = Места школы
btn-ssign-join = Встать в очередь
btn-ssign-place = Моё место в очереди

# Signing up
ssign-which-school = От какой школы записаться?
btn-ssign-school = { $name }
ssign-confirm =
    <b>{ $title }</b>
    { $lessons }
    { $several ->
        [yes] Запись сразу на все занятия. Записываемся?
       *[no] Записываемся?
    }
ssign-hour = { CAP($at) }
btn-ssign-yes = Да, записаться
ssign-done = Вы записаны. Напомню за сутки и за час.

# For others
ssign-others-school = За какую школу записываем?
ssign-others =
    <b>{ $title }</b>
    { $seats }
    Кого записать?
ssign-others-none =
    <b>{ $title }</b>
    В боте пока нет никого из вашей школы, кого приглашает это мероприятие. Можно оставить места для школы: имена появятся, когда учителя запишутся.
btn-ssign-colleague =
    { $stands ->
        [signed] ✓ { $name }
        [busy] { $name } (занят)
       *[free] { $name }
    }
ssign-colleague =
    { $stands ->
        [signed] { $name } уже в списке записанных.
        [busy] { $name }: в эти часы у этого человека другая запись.
       *[free] Записать: { $name }? Ему или ей придёт сообщение, от кого запись.
    }
btn-ssign-colleague-yes = Да, записать
btn-ssign-colleague-off = Снять запись
ssign-colleague-done = Записано. Сообщение придёт.
ssign-colleague-off = Запись снята. Сообщение придёт.

# Seats of a school
ssign-kept-school = Для какой школы оставить места?
ssign-kept-ask =
    <b>{ $title }</b>
    { $seats }
    { $kept ->
        [0] Сколько мест оставить для школы? Напишите число от 1 до 500 или выберите. Когда учителя запишутся, они займут эти места.
        [one] За школой оставлено { $kept } место. Сколько нужно? Напишите число от 1 до 500 или выберите.
        [few] За школой оставлено { $kept } места. Сколько нужно? Напишите число от 1 до 500 или выберите.
       *[many] За школой оставлено { $kept } мест. Сколько нужно? Напишите число от 1 до 500 или выберите.
    }
btn-ssign-number = { $value }
btn-ssign-kept-off = Отдать все места
ssign-kept-done = Места оставлены за школой.
ssign-kept-off-done = Места отданы.

# One sign-up
ssign-title = <b>{ $title }</b>
ssign-lesson =
    { $number }. { CAP($at) }, { $minutes }{ $off ->
        [yes] . Отменено
       *[no] {""}
    }
ssign-link = Ссылка: { $link }
ssign-venue = Место: { $venue }
ssign-no-place = Ссылку или место пришлю, как только их укажет ведущий.
ssign-no-place-yet = Ни ссылки, ни места пока нет. Укажите их в «Моих занятиях»: записавшимся придёт сообщение.
ssign-state =
    { $state ->
        [live] Вы записаны.
        [over] Мероприятие прошло.
        [cancelled] Запись отменена.
        [left] Вы вышли из мероприятия. Отмеченные занятия остаются в ваших часах.
        [place_ended] Запись снята: ваша роль в школе закончилась.
        [event_off] Мероприятие отменено.
       *[moved_away] Место отдано: занятие перенесли на время, когда у вас другая запись.
    }
ssign-state-kept =
    { $school }: { $state ->
        [live] { $count ->
            [one] оставлено { $count } место
            [few] оставлено { $count } места
           *[many] оставлено { $count } мест
        }.
        [over] мероприятие прошло.
        [named] все оставленные места заняты учителями школы.
        [event_off] мероприятие отменено.
        [left] школа отказалась от мест, когда занятия уже шли.
       *[other] места отданы.
    }
btn-ssign-cancel = Отменить запись
btn-ssign-give = Отдать места
ssign-reason =
    { $kept ->
        [yes] { $begun ->
            [yes] Занятия уже идут: другим эти места не достанутся, напоминаний о них больше не будет. Почему отказываетесь?
           *[no] Места отдадим тем, кто ждёт. Почему отказываетесь?
        }
       *[no] { $begun ->
            [yes] Занятия уже идут: отмеченные останутся в ваших часах, на остальные вас больше не ждут. Почему отменяете?
           *[no] Место отдадим следующему. Почему отменяете?
        }
    }
btn-ssign-why-busy = Не смогу по времени
btn-ssign-why-ill = По болезни
btn-ssign-why-other = Другая причина
btn-ssign-why-skip = Пропустить

# All of one's own
btn-ssign-list = Мои записи
ssign-list =
    <b>Мои записи</b>
    { $lines }
ssign-list-none =
    <b>Мои записи</b>
    Здесь будут мероприятия, на которые вы записаны. Откройте программу и выберите.
ssign-past =
    <b>Прошедшие мероприятия</b>
    { $lines }
ssign-past-none =
    <b>Прошедшие мероприятия</b>
    Пока ни одного.
btn-ssign-past = Прошедшие
ssign-row =
    { $number }. { CAP($at) }. { $title }{ $kept ->
        [0] {""}
        [one] : { $kept } место школы
        [few] : { $kept } места школы
       *[many] : { $kept } мест школы
    }
ssign-wait-row = Очередь: { $title }, { $place }
btn-ssign-row = { $number }. { $title }
btn-ssign-wait = Очередь: { $title }

# The queue
ssign-of =
    <b>{ $title }</b>
    { CAP($at) }
ssign-join =
    <b>{ $title }</b>
    { $quota ->
        [yes] Места для вашей школы заняты. Если коллега откажется, я предложу место вам.
       *[no] Свободных мест нет. Если кто-то откажется, я предложу место по очереди.
    }{ $waits ->
        [0] {" "}В очереди вы будете первой.
        [one] {" "}Сейчас в очереди { $waits } человек.
        [few] {" "}Сейчас в очереди { $waits } человека.
       *[many] {" "}Сейчас в очереди { $waits } человек.
    }
btn-ssign-join-yes = Встать в очередь
ssign-waits = Вы в очереди: { $place }. Когда место освободится, я напишу.
ssign-wait-offered = Место освободилось. Держим для вас до { $until } (у вас).
ssign-wait-free = Место открыто для всех: запишитесь, пока оно есть. В очереди { $place }.
ssign-wait-hindered =
    Вы в очереди: { $place }. { $why ->
        [school-quota-reached] Места для вашей школы заняты: свободное предложим вам, когда откажется кто-то из коллег.
       *[you-are-busy] Пока в эти часы у вас другая запись, место предложим следующему.
    }
ssign-wait-ended =
    { $how ->
        [seated] Вы записаны, очередь больше не нужна.
        [off] Мероприятие отменено.
        [past] Мероприятие уже началось, очередь закончилась.
        [lost] Вы больше не в очереди: ваша роль в школе закончилась.
        [left] Вы вышли из очереди.
       *[unseated] Вы больше не в очереди. Посмотрите, есть ли места.
    }

# What is told
btn-ssign-open = Моя запись
btn-ssign-event = Открыть мероприятие
btn-ssign-here = Отметиться
btn-ssign-lesson = Открыть занятие
notice-ssign-day =
    { $day ->
        [today] Сегодня занятие
        [tomorrow] Завтра занятие
        [after] Послезавтра занятие
       *[later] Скоро занятие
    }
    «{ $title }»{ $count ->
        [1] {""}
       *[other] , занятие { $number } из { $count }
    }. Ведёт { $host }
    { CAP($at) }
    { $where }
    { $kept ->
        [0] { $first ->
            [yes] Не сможете? Отмените, место отдадим следующему.
           *[no] Не сможете дальше? Отмените запись.
        }
        [one] { $school }: оставлено { $kept } место без имени.
        [few] { $school }: оставлено { $kept } места без имён.
       *[many] { $school }: оставлено { $kept } мест без имён.
    }
notice-ssign-hour =
    { $day ->
        [today] Сегодня
        [tomorrow] Завтра
        [after] Послезавтра
       *[later] Скоро
    }, { $at }: «{ $title }»{ $count ->
        [1] {""}
       *[other] , занятие { $number } из { $count }
    }, ведёт { $host }.
    { $where }
notice-ssign-host =
    { $day ->
        [today] Сегодня вы ведёте занятие
        [tomorrow] Завтра вы ведёте занятие
        [after] Послезавтра вы ведёте занятие
       *[later] Скоро вы ведёте занятие
    }
    «{ $title }»{ $count ->
        [1] {""}
       *[other] , занятие { $number } из { $count }
    }
    { CAP($at) }
    { $where }
    { $people ->
        [one] Записан { $people } человек.
        [few] Записано { $people } человека.
       *[many] Записано { $people } человек.
    }
notice-ssign-over =
    { $became ->
        [moved] Занятие { $day } перенесено.
        [off] Занятие { $day } отменено.
        [left] Ваша запись на занятие { $day } отменена.
        [named] Занятие { $day }: все места школы заняты учителями.
        [handed] Занятие { $day }: места школы теперь у другого руководителя.
        [passed] Занятие { $day } ведёт другой.
       *[past] Занятие { $day } прошло.
    }
notice-ssign-lesson-off =
    Занятие отменено
    «{ $title }»{ $count ->
        [1] {""}
       *[other] , занятие { $number }
    }
    { CAP($at) }. Остальные занятия остаются.
notice-ssign-lesson-moved =
    Занятие перенесено
    «{ $title }»{ $count ->
        [1] {""}
       *[other] , занятие { $number }
    }
    Было: { $was }
    Теперь: { $at }
    { $where }
notice-ssign-lesson-place =
    Куда приходить или подключаться
    «{ $title }»{ $count ->
        [1] {""}
       *[other] , занятие { $number }
    }
    { CAP($at) }
    { $where }
notice-ssign-form =
    { $form ->
        [on_site] Теперь очно
       *[online] Теперь дистанционно
    }: «{ $title }»
    { CAP($at) }
    { $where }
    Если так не получится, запись можно отменить.
notice-ssign-for-you =
    { $deed ->
        [signed_up] Вас записал(а) { $by }
       *[cancelled] Вашу запись отменил(а) { $by }
    }
    «{ $title }», ведёт { $host }
    { CAP($at) }{ $count ->
        [one] {""}
        [few] , всего { $count } занятия
       *[many] , всего { $count } занятий
    }
notice-ssign-ended =
    { $how ->
        [event-off] Мероприятие отменено
        [seat-lost] Занятие перенесли на время, когда у вас другая запись
       *[signup-place-ended] Запись на мероприятие снята
    }
    «{ $title }», ведёт { $host }
    { CAP($at) }
    { $how ->
        [event-off] Новую дату, если она будет, вы увидите в программе.
        [seat-lost] Ваше место отдано. Что ещё есть по этой теме, посмотрите в программе.
       *[signup-place-ended] { $kept ->
            [0] Ваша роль в школе закончилась. Когда вас подтвердит другая школа, можно будет записаться снова.
           *[other] { $school }: руководителя школы в боте больше нет, места отданы.
        }
    }
notice-ssign-kept-yours =
    { $school }: { $kept ->
        [one] оставлено { $kept } место
        [few] оставлены { $kept } места
       *[many] оставлено { $kept } мест
    } на мероприятие. Теперь школу на него записываете вы
    «{ $title }», ведёт { $host }
    { CAP($at) }
    Учителя займут эти места, когда запишутся. Лишние можно отдать в «Моей записи».
notice-ssign-offer =
    Освободилось место: «{ $title }», ведёт { $host }
    { CAP($at) }
    Держим для вас до { $until } (у вас).
notice-ssign-offer-over =
    { $became ->
        [taken] Место ваше: «{ $title }», { $day }. Вы записаны.
        [declined] «{ $title }», { $day }. Вы не сможете, место предложим следующему.
        [lapsed] «{ $title }», { $day }. Ответа не было, место предложили дальше.
        [lapsed-open] «{ $title }», { $day }. Ответа не было, место теперь открыто для всех.
        [declined-open] «{ $title }», { $day }. Вы не сможете, место теперь открыто для всех.
        [past] Мероприятие «{ $title }» уже началось.
       *[withdrawn] «{ $title }», { $day }. Это предложение больше не действует.
    }{ $stays ->
        [yes] {" "}Вы остаётесь в очереди.
       *[no] {""}
    }
notice-ssign-offer-gone =
    Места, которое мы держали для вас, больше нет
    «{ $title }»
    { CAP($at) }
    Мест стало меньше. Вы остаётесь в очереди: { $place }.
notice-ssign-queue-moved =
    Занятие, на которое вы в очереди, перенесено
    «{ $title }»
    Было: { $was }
    Теперь: { $at }
    { $stands }
notice-ssign-queue-over =
    { $why ->
        [lost] Вы больше не в очереди на мероприятие
       *[cancelled] Мероприятие, на которое вы стояли в очереди, отменено
    }
    «{ $title }»
    { CAP($at) }
    { $why ->
        [lost] Ваша роль в школе закончилась. Когда вас подтвердит другая школа, можно будет записаться снова.
       *[cancelled] Что ещё есть по этой теме, посмотрите в программе.
    }

# Among «Мои дела», and above the menu
ssign-in-my-things =
    <b>Семинары и курсы</b>{ $waits ->
        [0] {""}
        [one] {" "}(и { $waits } очередь)
        [few] {" "}(и { $waits } очереди)
       *[many] {" "}(и { $waits } очередей)
    }
btn-ssign-in-my-things = Мои записи на семинары
ssign-nearest = Занятие: { $at }. { $title }
