# The programme of a half-year: its readers, its versions.

btn-menu-seminars-open = Программа семинаров

# What anybody may read
sprog-open-regions = В каком регионе посмотреть семинары?
sprog-open-none =
    <b>Программа семинаров</b>
    Открытых семинаров впереди пока нет. Загляните сюда, когда выйдет программа полугодия.
sprog-open =
    <b>Программа семинаров</b>
    { $lines }
    { $known ->
        [yes] Записаться можно, когда вашу роль подтвердят.
       *[no] Чтобы записаться, нужна регистрация.
    }
sprog-open-row = { $number }. { CAP($at) }. { $title }
sprog-stranger =
    { $known ->
        [yes] Записаться может тот, кого приглашает мероприятие.
       *[no] Чтобы записаться, нужна регистрация.
    }
sprog-title =
    <b>{ $title }</b>{ $off ->
        [yes] {" "}Отменено.
       *[no] {""}
    }
sprog-facts =
    { $kind ->
        [webinar] Вебинар
        [seminar] Семинар
        [course] Курс
        [setting_up] Установочный семинар
       *[practice] Практикум
    }, { $form ->
        [on_site] очно
       *[online] дистанционно
    }
sprog-lesson = { $number }. { CAP($at) }, { $minutes }

# One event for its readers
sprog-own-lesson =
    { $number }. { CAP($at) }, { $minutes }{ $off ->
        [yes] . Отменено
       *[no] {""}
    }{ $has ->
        [yes] . Место: { $venue }
       *[no] {""}
    }
sprog-who =
    Приглашает: { $where }{ $project ->
        [yes] , только школы проекта
       *[no] {""}
    }.
sprog-asked = Эту тему просили вы или ваша школа.
btn-sev-desk = Вести мероприятие

# The programme for its readers
btn-sprog = Программа
sprog-nearest =
    Ближайшее в программе: { $at }. { $title }{ $count ->
        [one] {""}
       *[other] , занятие { $number } из { $count }
    }.
sprog-none-yet =
    <b>Программа семинаров</b>
    Программы пока нет. Её составляют по запросам школ: когда она выйдет, вам придёт сообщение.
sprog-head =
    <b>Программа, { $half }</b>
    Редакция { $number } от { DATE($day, format: "d MMMM") }.{ $changed ->
        [0] {""}
       *[other] {" "}Изменилось: { $changed }.
    }
sprog-empty = Для вас в этой программе мероприятий пока нет. Тему можно предложить: «Семинары».
sprog-list =
    { $head }
    { $alone ->
        [yes] Что просили вы или ваша школа:
       *[no] {""}
    }
    { $lines }
sprog-row =
    { $number }. { CAP($at) }. { $title }{ $count ->
        [one] {""}
        [few] , { $count } занятия
       *[many] , { $count } занятий
    }{ $asked ->
        [yes] . Вы просили
       *[no] {""}
    }{ $over ->
        [yes] . Прошло
       *[no] {""}
    }
btn-sprog-asked = Что мы просили ({ $count })
btn-sprog-all = Вся программа
btn-sprog-changes = Что изменилось ({ $count })
sprog-changes =
    <b>Что изменилось</b>
    { $lines }
sprog-changes-none = С прошлой редакции ничего не изменилось.
sprog-change-added = Новое: «{ $title }», { $at }
sprog-change-gone = Больше нет: «{ $title }»
sprog-change-title = Называется по-другому: «{ $title }» (было: «{ $was }»)
sprog-change-moved = «{ $title }», занятие { $number } перенесено: { $to } (было: { $was })
sprog-change-lesson-added = «{ $title }», новое занятие { $number }: { $at }
sprog-change-lesson-gone = «{ $title }», занятие { $number } отменено: { $at }
sprog-change-host = «{ $title }», теперь ведёт: { $name }
sprog-change-form =
    «{ $title }», теперь { $form ->
        [on_site] очно
       *[online] дистанционно
    }
sprog-nobody = ведущего пока нет
