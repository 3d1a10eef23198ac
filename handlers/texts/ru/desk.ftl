# A host's days, her letters, what is asked for; meetings in people's own calendars.

# Calendars
btn-calendar =
    { $calendar ->
        [update] Обновить в календаре
        [remove] Убрать из календаря
       *[take] В календарь
    }
calendar-title = Консультация: { $subject }
calendar-title-off = Отменено: консультация, { $subject }
calendar-visit =
    { CAP($subject) }, { $host }, { $format ->
        [on_site] очно
        [phone] по телефону
       *[online] онлайн
    }, { $length }
calendar-meeting =
    { CAP($subject) }, { $format ->
        [on_site] очно
        [phone] по телефону
       *[online] онлайн
    }, { $length }
calendar-off = Этой консультации в вашем календаре больше быть не должно.
calendar-topic = Ваш вопрос: { $topic }
calendar-reminds = Бот напомнит за сутки и за час сам.
calendar-who = Кто придёт и с каким вопросом, видно в боте: «Моё расписание».
calendar-file =
    { $count ->
        [1] { $title }, { $day }
       *[other] Консультации с { $day }
    }
calendar-caption =
    { $what ->
        [off] Откройте файл: календарь уберёт консультацию. Если она осталась, удалите её в календаре сами.
        [again] Откройте файл: календарь возьмёт новое время и место. Если консультация появилась второй раз, удалите прежнюю.
       *[new] { $count ->
            [1] Откройте файл и сохраните: консультация появится в вашем календаре.
           *[other] Откройте файл и сохраните: консультации появятся в вашем календаре.
        }
    }
calendar-week-empty = На этой неделе встреч нет, в календарь добавлять нечего.

# Today and the week
btn-desk-today = Сегодня
btn-desk-week = Неделя
btn-desk-write-next = Написать записавшимся
btn-desk-earlier = ‹ Раньше
btn-desk-later = Позже ›
btn-desk-print = Таблица для печати
btn-desk-calendar = Неделя в календарь
desk-lines = { $lines }
desk-today = <b>Сегодня, { $day }</b>
desk-today-free = Сегодня консультаций нет.
desk-today-nothing = В ближайшие четыре недели встреч нет. Добавьте время в «Моё расписание».
desk-today-others =
    <b>Ещё сегодня</b>
    { $others }
desk-coming =
    { $now ->
        [yes] <b>Идёт сейчас</b>
       *[no] <b>Следующая встреча</b>
    }
desk-row =
    { $clock } { $subject }, { $off ->
        [yes] отменена
       *[no] { $people } из { $capacity }{ $questions ->
            [0] {""}
            [one] , { $questions } вопрос
            [few] , { $questions } вопроса
           *[many] , { $questions } вопросов
        }{ $waiting ->
            [0] {""}
           *[other] , в очереди { $waiting }
        }
    }
desk-day = <b>{ CAP($day) }</b>
desk-week = <b>Неделя с { DATE($first, format: "d MMMM") }</b>
desk-week-none = На этой неделе встреч нет. Время добавляют в «Моё расписание», разовую встречу («окно») в «Моё время».
desk-print-title = Консультации, неделя с { DATE($day, format: "d MMMM") }
desk-print-caption = { $title }. Лист на каждый день; в таблице есть имена, храните её у себя.
desk-column-time = Время
desk-column-length = Длительность
desk-column-subject = Предмет
desk-column-way = Как встречаемся
desk-column-name = Кто придёт
desk-column-topic = Вопрос
desk-column-came = Отметка
desk-column-day = День
desk-column-host = Ведущий
desk-column-audience = Для кого
desk-column-booked = Записано
desk-column-capacity = Мест
desk-column-state = Состоится
desk-cell-nobody = пока никто не записан
desk-cell-off = встреча отменена
desk-cell-way =
    { $format ->
        [on_site] очно, { $venue }
        [phone] по телефону
       *[online] онлайн
    }
desk-cell-audience =
    { $audience ->
        [teams] управленческие команды
        [pupils] ученики через школу
        [parents] родители
       *[teachers] учителя
    }
desk-cell-state =
    { $off ->
        [yes] отменена
       *[no] да
    }

# Letters to who is booked
btn-schedule-write = Написать записавшимся
letter-write =
    { $people ->
        [one] Напишите { $people } человеку, который записан на эту встречу.
        [few] Напишите { $people } людям, которые записаны на эту встречу.
       *[many] Напишите { $people } людям, которые записаны на эту встречу.
    }
    До { $longest } знаков. Перед отправкой покажу, как это прочитают.
letter-nobody = На эту встречу пока никто не записан. Написать можно будет, когда кто-то запишется.
letter-spent =
    { $most ->
        [one] Сегодня участникам этой встречи уже написали { $most } раз, больше нельзя. Завтра можно будет снова.
        [few] Сегодня участникам этой встречи уже написали { $most } раза, больше нельзя. Завтра можно будет снова.
       *[many] Сегодня участникам этой встречи уже написали { $most } раз, больше нельзя. Завтра можно будет снова.
    }
letter-preview =
    Так это прочитают:

    { $letter }

    { $people ->
        [one] Получит { $people } человек. У кого сейчас ночь, прочтёт утром.
        [few] Получат { $people } человека. У кого сейчас ночь, прочтёт утром.
       *[many] Получат { $people } человек. У кого сейчас ночь, прочтёт утром.
    }
btn-letter-ask = Спросить
btn-letter-send = Отправить ({ $people })
letter-sent = Отправлено: { $count }.
notice-letter =
    Вам пишет ведущий: { $host }
    { CAP($subject) }, { $when }

    { $text }

# What is asked for
btn-desk-asked-for = Просьбы о консультациях
btn-desk-asked = { CAP($subject) }: { $count }
desk-asked = О каких консультациях вас просят. Выберите предмет.
desk-asked-none = Просьб о консультациях сейчас нет. Они появляются, когда учителю не хватает времени по его предмету.
desk-asked-one =
    { CAP($subject) }: { $people ->
        [one] просит { $people } учитель
        [few] просят { $people } учителя
       *[many] просят { $people } учителей
    }
desk-asked-topic = • { $topic }
desk-asked-silent = О чём поговорить, никто не написал.
desk-asked-gone = По этому предмету больше никто не просит.
desk-asked-times = К какому вашему времени добавить встречу?
btn-desk-open-time = Открыть ещё время

# Coordinators
btn-oversight-week = График недели
btn-oversight-asked = Просьбы о консультациях
desk-territory = <b>График консультаций, неделя с { DATE($first, format: "d MMMM") }</b>
desk-territory-none = На этой неделе консультаций на вашей территории нет.
desk-territory-row =
    { $clock } { $subject }, { $host }, { $off ->
        [yes] отменена
       *[no] записано { $booked } из { $capacity }
    }
desk-territory-sheet = График
desk-territory-title = График проведения консультаций, неделя с { DATE($day, format: "d MMMM") }
desk-territory-caption = { $title }. Имён участников в таблице нет.
desk-wishes =
    <b>О каких консультациях просят</b>
    { $rows }
    { $total ->
        [one] Всего { $total } просьба. Темы видят ведущие этих предметов.
        [few] Всего { $total } просьбы. Темы видят ведущие этих предметов.
       *[many] Всего { $total } просьб. Темы видят ведущие этих предметов.
    }
desk-wishes-none = На вашей территории никто не просит о консультациях, которых нет.
