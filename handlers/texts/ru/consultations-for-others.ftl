# A lead or a coordinator books for a colleague; a school gives a number of pupils or parents.

btn-menu-others = Записать учителя
btn-menu-numbers = Ученики и родители

# Whom a booking is for
consult-colleague = коллега
consult-for-whom = Для кого: { $name }
consult-maker =
    { $role ->
        [coordinator] координатор района
        [region] региональный координатор
       *[lead] завуч
    }
consult-made-by = Вас записал(а) { $maker }.
consult-number =
    { $school }, { $audience ->
        [parents] родители, примерно { $heads }
       *[pupils] { $heads ->
            [one] { $heads } ученик
            [few] { $heads } ученика
           *[many] { $heads } учеников
        }
    }
mine-others = <b>Вы записали</b>
mine-other-row = { CAP($day) }, { $clocks }, { $subject }: { $name }

# «Записать учителя»
others-no-schools =
    Записать пока некого: в школах, за которые вы отвечаете, в боте нет учителей.
    Пригласите их по ссылке школы.
others-which-unit = Из какого района или улуса учитель?
others-which-school = Из какой школы учитель?
btn-others-school = { $school }
others-which-teacher =
    { $school }
    Кого записать? Можно и посмотреть записи, подтвердить их или отменить.
others-no-teachers =
    { $school }
    Учителей этой школы в боте пока нет. Запишите коллегу без аккаунта или пригласите по ссылке школы.
btn-others-teacher = { $name }
btn-others-guest = Коллега без аккаунта
others-which-guest =
    Как обратиться к коллеге? Достаточно имени и отчества.
    Напоминания буду присылать вам. Через 30 дней после встречи имя сотрётся.
others-name = <b>{ $name }</b>
others-colleague =
    { $name }
    Впереди такие записи. Откройте любую или запишите ещё.
others-colleague-free =
    { $name }
    Записей впереди нет.
btn-others-book = Записать
others-which-subject = { $name }. По какому предмету?
others-no-slots =
    { $name }
    Сейчас нет консультаций, открытых для вашей школы. Они появятся здесь, как только ведущие назначат время.
others-which-day =
    { $name }: { $subject }, { $host }. Время ваше ({ $zone }).
    Выберите день.
btn-others-day-booked = { CAP($day) } · есть запись
btn-others-time-booked = { $clock } · есть запись
btn-others-time-queued = { $clock } · уже в очереди
others-queue =
    { $name }: мест на это время нет. Поставить в очередь?
    Когда место освободится, предложение придёт самому учителю, и решит он сам.
btn-others-queue = Поставить в очередь
others-queued =
    В очереди: { $name }
    { CAP($subject) }, { $host }
    { CAP($when) }
    Место в очереди: { $place }. Учителю я уже пишу: предложение придёт ему.
others-in-queue = Этот учитель уже в очереди на это время.
others-no-queue = Мест на это время нет. В очередь можно поставить только того, кто есть в боте: предложение места приходит самому человеку. Выберите другое время или пригласите коллегу по ссылке школы.
others-which-topic =
    { $name }. О чём будет разговор? Одной строкой или «Пропустить».
    Имён и оценок детей, пожалуйста, не пишите.
others-again-topic = Вопрос сохранён: «{ $topic }». Выберите другое время.
others-booked =
    Записано: { $name }
    { $booking }
others-told =
    { $guest ->
        [yes] Коллеге скажите сами: напоминания придут вам.
       *[no] Учителю я уже пишу. Отменить запись можете и вы, и учитель.
    }
btn-others-more = Записать ещё
others-booking =
    <b>{ $name }</b>
    { $booking }
    { $state ->
        [confirmed] Подтверждено: будет.
        [over] Эта запись уже не действует.
       *[booked] Пока не подтверждено. Можно подтвердить или отменить за учителя, я ему об этом напишу.
    }
btn-others-confirm = Подтвердить: будет
others-why =
    <b>{ $name }</b>
    { $booking }
    Отменяем? Подскажите, почему, или нажмите «Пропустить».
btn-others-reason-busy = Другие дела в это время
btn-others-reason-solved = Вопрос уже решён
btn-others-reason-connection = Нет связи
btn-others-reason-ill = Болезнь
btn-others-reason-none = Пропустить
others-cancelled =
    Запись отменена: { $name }
    { $booking }
btn-others-to-colleague = К записям учителя

# «Ученики и родители»
numbers-none =
    Здесь будут консультации для учеников и родительские встречи, на которые школа называет число участников.
    Сейчас для вашей школы таких нет. Они появятся, как только ведущие назначат время.
numbers-meetings =
    <b>Ученики и родители</b>
    Выберите встречу и напишите, сколько человек придёт. Имена не нужны.
    { $lines }
numbers-row =
    { $number }. { $when }: { $audience ->
        [parents] родительская встреча
       *[pupils] для учеников
    }, { $subject }, { $school }
btn-numbers-meeting =
    { CAP($day) }, { $clock } · { $heads ->
        [0] { $seats ->
            [one] { $seats } место
            [few] { $seats } места
           *[many] { $seats } мест
        }
       *[other] ваших { $heads }
    }
numbers-meeting =
    { $audience ->
        [parents] <b>Родительская встреча</b>
       *[pupils] <b>Для учеников</b>
    }
    { CAP($subject) }, { $host }, { $format ->
        [on_site] очно
        [phone] по телефону
       *[online] онлайн
    }
    { $when }, { $length }
    { $where }
    { $school }
numbers-one =
    { $meeting }
    { $heads ->
        [0] { $audience ->
            [parents] Свободных мест: { $seats }. Расскажите родителям о встрече и напишите, сколько их примерно придёт.
           *[pupils] Свободных мест: { $seats }. Напишите, сколько учеников придёт.
        }
       *[other] Придёт от вашей школы: { $heads }. Свободных мест: { $seats }.
    }
btn-numbers-give = Сколько придёт
btn-numbers-change = Изменить число
numbers-how-many =
    { $meeting }
    { $audience ->
        [parents] Сколько родителей примерно придёт? Напишите число.
       *[pupils] Сколько учеников придёт? Напишите число, имена не нужны.
    }
    { $heads ->
        [0] Свободных мест: { $seats }.
       *[other] Сейчас у вас { $heads }, свободных мест ещё { $seats }.
    }
numbers-done =
    { $meeting }
    { $before ->
        [0] { $audience ->
            [parents] Записано: придёт примерно { $heads }.
           *[pupils] Записано: придёт { $heads }.
        }
       *[other] Было { $before }, стало { $heads }.
    }
    Напомню вам за сутки и за час. Изменить число можно до начала.
btn-numbers-others = К другим встречам
numbers-why =
    { $meeting }
    Отменяем? Все места вашей школы освободятся. Подскажите, почему, или нажмите «Пропустить».
numbers-cancelled =
    Запись отменена, места свободны.
    { $meeting }

# What is told
btn-confirm =
    { $sits ->
        [self] Буду
        [guest] Придёт
       *[school] Придут
    }
notice-for-you =
    { $deed ->
        [booked] Вас записал(а) { $maker }
        [confirmed] За вас подтвердил(а) { $maker }: вы будете
        [moved] Вашу запись перенес(ла) { $maker }. Теперь:
        [counted] Число участников изменил(а) { $maker }: теперь { $heads }
       *[cancelled] Вашу запись отменил(а) { $maker }
    }
    { CAP($subject) }, { $host }, { $format ->
        [on_site] очно
        [phone] по телефону
       *[online] онлайн
    }
    { CAP($when) }
# below a word that tells of another change of the same night
notice-also-confirmed = За вас подтвердили: вы будете.
notice-heads-changed =
    Число участников изменилось: { $subject }
    { CAP($when) }
    { $name }
    Было { $before }, стало { $heads }.
notice-queued-for-you =
    Вас поставил(а) в очередь { $maker }
    { CAP($subject) }, { $host }
    { CAP($when) }
    Сейчас { $place }. Когда место освободится, я предложу его вам: взять или отказаться решаете вы.
