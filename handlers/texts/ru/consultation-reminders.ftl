# Reminders: read hours later on a village connection, so always the whole date, never only «через час».

reminder-day =
    { $day ->
        [today] Сегодня консультация
        [tomorrow] Завтра консультация
        [after] Послезавтра консультация
       *[later] Скоро консультация
    }
    { CAP($subject) }, { $host }, { $format ->
        [on_site] очно
        [phone] по телефону
       *[online] онлайн
    }
    { $when }
    { $where }
    Не сможете? Отмените, место отдадим следующему.
reminder-hour =
    { $day ->
        [today] Сегодня
        [tomorrow] Завтра
        [after] Послезавтра
       *[later] Скоро
    }, { $when }: { $subject }, { $host }.
    { $where }
reminder-host-day =
    { $day ->
        [today] Сегодня вы ведёте консультацию
        [tomorrow] Завтра вы ведёте консультацию
        [after] Послезавтра вы ведёте консультацию
       *[later] Скоро вы ведёте консультацию
    }
    { CAP($subject) }, { $format ->
        [on_site] очно
        [phone] по телефону
       *[online] онлайн
    }
    { $when }
    { $people ->
        [one] Записан: { $people } человек
        [few] Записаны: { $people } человека
       *[many] Записаны: { $people } человек
    }, вопросов: { $questions }
reminder-host-hour =
    { $day ->
        [today] Сегодня
        [tomorrow] Завтра
        [after] Послезавтра
       *[later] Скоро
    }, { $when }: { $subject }, { $format ->
        [on_site] очно
        [phone] по телефону
       *[online] онлайн
    }, вы ведёте.
    { $people ->
        [one] Записан: { $people } человек
        [few] Записаны: { $people } человека
       *[many] Записаны: { $people } человек
    }, вопросов: { $questions }
reminder-over =
    { $became ->
        [moved] Консультация { $day } перенесена.
        [cancelled] Консультация { $day } отменена.
        [passed] Консультацию { $day } ведёт другой.
       *[past] Консультация { $day } прошла.
    }
btn-reminder-move = Перенести
btn-reminder-cancel = Отменить запись
btn-reminder-enter = Открыть

notice-visitor-moved =
    Запись перенесли: { $subject }
    Была: { $before }
    Теперь: { $when }
    Придёт: { $name }

btn-mine-move = Перенести
mine-which-time =
    { $booking }
    На какое время перенести? Пока вы не выбрали, прежнее время остаётся.
mine-no-times =
    { $booking }
    Другого времени у этого ведущего пока нет. Ваше место за вами.
mine-moved =
    Запись перенесена.
    { $booking }
btn-mine-time =
    { CAP($day) }, { $clock } · { $seats ->
        [0] мест нет
        [one] { $seats } место
        [few] { $seats } места
       *[many] { $seats } мест
    }
