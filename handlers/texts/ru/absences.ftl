# What goes another way than the weekly rule: a host who is away, who stands in for her, a meeting that is moved, a called-off day.

btn-absence-away = Меня не будет
btn-absence-away-foreign = Ведущего не будет
btn-absence-meeting = { $row } · замена
absence-led-by = Проведёт: { $leader }
btn-absence-asks = Замены ({ $count })
absence-ask-first =
    { $own ->
        [yes] С какого дня вас не будет?
       *[no] С какого дня не будет ведущего?
    }
    До подтверждения ничего не изменится.
absence-ask-last = С этого дня: { $day }. По какой день включительно?
btn-absence-one-day = Только этот день
absence-ask-subject =
    <b>{ CAP($subject) }</b>: кто проведёт эти встречи?
    { $rows }
    Я спрошу того, кого вы выберете. Пока он не согласится, записанные ничего не увидят.
absence-nobody-free =
    <b>{ CAP($subject) }</b>: заменить некому, все ведущие этого предмета в эти часы заняты или их здесь нет.
    { $rows }
btn-absence-person = { $name }
btn-absence-nobody = Никто, отменить встречи
absence-row = { CAP($when) }
absence-meeting =
    { CAP($when) }, { $booked ->
        [0] никто не записан
        [one] записан { $booked } человек
        [few] записано { $booked } человека
       *[many] записано { $booked } человек
    }
absence-more =
    { $count ->
        [one] и ещё { $count }
        [few] и ещё { $count }
       *[many] и ещё { $count }
    }
absence-check =
    { $own ->
        [yes] Вас не будет
       *[no] Ведущего не будет
    }: { $first }{ $one ->
        [yes] .
       *[no] {" "}– { $last }.
    }
absence-subject =
    { CAP($subject) }, { $count ->
        [one] { $count } встреча
        [few] { $count } встречи
       *[many] { $count } встреч
    }: спрошу, сможет ли { $name }
absence-subject-off =
    { CAP($subject) }, { $count ->
        [one] { $count } встреча будет отменена
        [few] { $count } встречи будут отменены
       *[many] { $count } встреч будут отменены
    }
absence-told =
    Сообщу об отмене:
    { $rows }
absence-kept-seats =
    Их записи сохранятся, о замене они узнают после согласия:
    { $rows }
absence-meeting-of = { CAP($when) }, { $subject }, { $host }
absence-leads-back =
    Встречи вместо коллег вернутся к ним, коллегам я сообщу:
    { $rows }
absence-hearing =
    Сообщу записанным, что ведущего ищем:
    { $rows }
absence-asked-back =
    Согласия на замену пока нет. Отвечу, что не получится:
    { $rows }
absence-nobody = Никто не записан.
absence-lines = { $rows }
btn-absence-declare = Объявить
absence-nothing =
    { $one ->
        [yes] В этот день ({ $first }) встреч нет
       *[no] В эти дни ({ $first } – { $last }) встреч нет
    }, или о замене уже спросили. Объявлять нечего.
absence-done =
    Готово. { $asked ->
        [0] Замены не нужны.
        [one] Спросили { $asked } ведущего, ответ придёт вам сюда.
        [few] Спросили { $asked } ведущих, ответы придут вам сюда.
       *[many] Спросили { $asked } ведущих, ответы придут вам сюда.
    }{ $told ->
        [0] {""}
        [one] {" "}Об отмене сообщили: { $told } человеку.
        [few] {" "}Об отмене сообщили: { $told } людям.
       *[many] {" "}Об отмене сообщили: { $told } людям.
    }{ $returned ->
        [0] {""}
        [one] {" "}К коллегам вернулась { $returned } встреча, я им сообщу.
        [few] {" "}К коллегам вернулись { $returned } встречи, я им сообщу.
       *[many] {" "}К коллегам вернулось { $returned } встреч, я им сообщу.
    }

# Who was asked
absence-asks =
    <b>Замены</b>
    Кого вы попросили провести ваши встречи.
absence-asks-none = Замен сейчас нет. Если вас не будет, нажмите «Меня не будет» в «Моё расписание».
btn-absence-ask =
    { CAP($subject) }, { $name }: { $state ->
        [agreed] проведёт
        [refused] не сможет
       *[asked] ждём
    }
absence-ask =
    <b>{ CAP($subject) }</b>: { $name }
    { $state ->
        [asked] Ответа пока нет. За три часа до начала спрошу координатора.
        [agreed] Согласие есть. Записанным сообщили, кто проведёт встречу.
        [refused] Провести не сможет. Выберите другого ведущего или отмените встречи.
       *[withdrawn] Эта замена больше не нужна.
    }
    { $rows }
btn-absence-other = Другой ведущий
btn-absence-off-all = Отменить встречи
btn-absence-off = Отменить встречу
btn-absence-leave = Оставить
btn-absence-back = Замена не нужна
absence-off-confirm =
    <b>{ CAP($subject) }</b>: отменяем эти встречи?
    { $rows }
btn-absence-off-confirm = Да, отменить встречи
absence-back-confirm =
    <b>{ CAP($subject) }</b>: встречи проведёт сам ведущий, без замены?
    { $state ->
        [agreed] Записанным и тому, кто согласился ({ $name }), я сообщу.
        [refused] Ведущего искать больше не нужно. Если записанные об этом знают, я им сообщу.
       *[asked] Тот, кого вы попросили ({ $name }), увидит, что замена не нужна. Записанные ничего не заметят.
    }
btn-absence-back-confirm = Да, замена не нужна
absence-decided =
    { $what ->
        [asked] Спросили другого ведущего. Ответ придёт сюда.
        [back] Замена отменена.
       *[off] Встречи отменены.
    } { $told ->
        [0] {""}
        [one] Сообщили: { $told } человеку.
        [few] Сообщили: { $told } людям.
       *[many] Сообщили: { $told } людям.
    }
btn-absence-to-ask = К этой замене
absence-kept = Хорошо, встреча остаётся как есть.
substitution-answered =
    { $state ->
        [agreed] Спасибо! Вы проведёте ({ $subject }):
        [refused] Понятно, вы не сможете ({ $subject }). Я сообщу ведущему.
        [past] Встреча ({ $subject }) уже началась: ответ опоздал, ничего не изменилось.
        [anew] Встречи с тех пор изменились. О замене ({ $subject }) спрошу новым сообщением: ответьте на него, пожалуйста.
       *[withdrawn] Спасибо, что откликнулись. Эта замена ({ $subject }) больше не нужна, делать ничего не надо.
    }

btn-cannot-lead = Не смогу провести
cannot-lead-confirm =
    { $head }
    Не сможете провести? К ведущему вернутся все встречи, на которые вы согласились вместе с этой. Ему и записанным я сообщу.
btn-cannot-lead-confirm = Да, не смогу
cannot-lead-done =
    Понятно. Ведущему я сообщу: замену ищет он, а если он занят, встреча отменена. { $told ->
        [0] Никто не был записан.
        [one] Сообщили: { $told } человеку.
        [few] Сообщили: { $told } людям.
       *[many] Сообщили: { $told } людям.
    }

notice-substitution-asked =
    Сможете провести консультации вместо коллеги?
    { CAP($subject) }, { $host }
    { $rows }
    Записанные узнают о замене, только если вы согласитесь.
substitution-own-time = В это время у вас своя консультация, на неё никто не записан. Если согласитесь, на неё нельзя будет записаться, пока кто-то записан к коллеге.
btn-substitution-agree = Согласиться
btn-substitution-cannot = Не смогу
notice-substitution-answered =
    Замена ({ $subject }): { $became ->
        [agreed] вы согласились.
        [refused] вы не сможете.
        [past] время прошло.
       *[withdrawn] больше не нужна.
    }
notice-substitution-agreed =
    { $own ->
        [yes] Ваши консультации проведёт { $substitute }
       *[no] Консультации ({ $host }) проведёт { $substitute }
    }
    { CAP($subject) }
    { $rows }
    Записанным я сообщу.
notice-substitution-refused =
    { $substitute } не сможет провести { $own ->
        [yes] ваши консультации
       *[no] консультации ({ $host })
    }
    { CAP($subject) }
    { $rows }
    { $agreed ->
        [yes] Записанным я сообщил, что ведущего ищем.
       *[no] Записанные ничего не знают.
    } Выберите другого ведущего или отмените встречи.
notice-substitution-unanswered =
    Скоро встреча, а вести её некому
    { CAP($subject) }, { $host }
    { CAP($when) }
    Ведущего не будет, согласия на замену ({ $substitute }) нет. Что делаем?
notice-substitution-over =
    Встречу, на которую вы согласились, вести не нужно
    { CAP($subject) }
    { CAP($when) }
notice-consultation-substitute =
    Консультацию проведёт { $host }
    { CAP($subject) }
    { CAP($when) }
    { $where }
    Ваша запись и вопрос сохранились.

notice-consultation-leader-sought =
    Кто проведёт консультацию, уточняется
    { CAP($subject) }
    { CAP($when) }
    { $where }
    Тот, кого мы назвали, провести её не сможет. Ваша запись и вопрос сохранились, о ведущем сообщу отдельно.
# below a word that tells of more than one change of a night
notice-also-leader-sought = Кто проведёт консультацию, уточняется: о ведущем сообщу.

# A meeting at another time
btn-move-meeting = Перенести встречу
move-ask-day =
    Переносим встречу: { $when }.
    На какой день? До подтверждения ничего не изменится.
move-check =
    Переносим встречу?
    Было: { $before }
    Будет: { $after }
move-along =
    Записи сохранятся, я сообщу о новом времени:
    { $rows }
move-away =
    В новое время заняты. Их запись снимется, я сообщу и предложу другое время:
    { $rows }
btn-move-yes = Да, перенести
move-done =
    Встреча перенесена: { $when }. { $told ->
        [0] Никто не был записан.
        [one] Сообщили: { $told } человеку.
        [few] Сообщили: { $told } людям.
       *[many] Сообщили: { $told } людям.
    } { $away ->
        [0] {""}
        [one] Снята { $away } запись.
        [few] Сняты { $away } записи.
       *[many] Снято { $away } записей.
    }
notice-consultation-meeting-moved =
    Консультацию перенесли
    { CAP($subject) }, { $host }
    Было: { $before }
    Будет: { $when }
    { $where }
    Запись и вопрос сохранились. Если не сможете, отмените запись.
notice-consultation-queue-moved =
    Консультацию, которой вы ждёте, перенесли
    { CAP($subject) }, { $host }
    Было: { $before }
    Будет: { $when }
    Ваше место в очереди сохранилось.{ $why ->
        [none] {""}
        [open-booking-exists] {" "}Пока у вас есть другая запись к этому ведущему по этому предмету, место предложим следующему.
       *[you-are-busy] {" "}В новое время у вас другая запись: пока она есть, место предложим следующему.
    }
notice-consultation-moved-away =
    Консультацию перенесли, ваша запись снята
    { CAP($subject) }, { $host }
    Было: { $before }
    Будет: { $when }
    В новое время вы уже заняты. Можно выбрать другое время.

# A called-off day
notice-consultation-day-called-off =
    Консультация не состоится: актированный день
    { CAP($subject) }, { $host }
    { CAP($when) }
    Можно выбрать другое время.
notice-consultation-day-back =
    Консультация всё-таки состоится
    { CAP($subject) }, { $host }
    { CAP($when) }
    { $where }
    Актированный день отменили, ваша запись снова действует.
notice-consultation-day-back-without =
    Консультация всё-таки состоится, но без вас
    { CAP($subject) }, { $host }
    { CAP($when) }
    { $another ->
        [yes] Актированный день отменили, но вы уже записаны к этому ведущему на другое время.
       *[no] Актированный день отменили, но в это время вы уже заняты. Можно выбрать другое время.
    }
notice-consultation-host-day-called-off =
    Актированный день: ваша очная встреча отменена
    { CAP($subject) }
    { CAP($when) }
    Записанным я сообщил.
notice-consultation-host-day-back =
    Актированный день отменили: ваша очная встреча состоится
    { CAP($subject) }
    { CAP($when) }
    Тем, кто был записан и свободен, я сообщил.
notice-consultation-host-day-asked =
    Актированный день: { $day }. Встреча состоится?
    { CAP($subject) }, { $format ->
        [phone] по телефону
       *[online] онлайн
    }
    { CAP($when) }
    Если не ответите, встреча остаётся.
notice-day-asked-over =
    { CAP($subject) }
    { CAP($when) }
    Вопрос снят: актированного дня больше нет, или время прошло.
btn-day-stays = Состоится
btn-day-off = Отменить

# Weekly times and another zone
follow-ask =
    Часовой пояс изменён: { $zone }. Ваши консультации идут по прежним часам:
    { $rows }
    Перевести их на новый пояс? Час на часах останется, а момент встречи сдвинется.
follow-row = { CAP($subject) }: { $weekly }
follow-affected =
    Если перевести, я сообщу о новом времени:
    { $rows }
btn-follow-stay = Оставить как есть
btn-follow-move = Перевести на новый пояс
follow-done =
    Консультации теперь идут по новому поясу. { $told ->
        [0] Сообщать некому.
        [one] Сообщили: { $told } человеку.
        [few] Сообщили: { $told } людям.
       *[many] Сообщили: { $told } людям.
    }

# A leave that meets own hours
leave-meetings =
    { $count ->
        [one] На эти дни у вас { $count } консультация.
        [few] На эти дни у вас { $count } консультации.
       *[many] На эти дни у вас { $count } консультаций.
    } Сами они не отменяются. Объявить, что вас не будет?
btn-leave-meetings = Объявить
btn-leave-meetings-not = Не сейчас
