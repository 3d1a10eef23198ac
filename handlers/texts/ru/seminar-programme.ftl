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
sprog-lessons-all =
    { $count ->
        [one] Всего { $count } занятие.
        [few] Всего { $count } занятия.
       *[many] Всего { $count } занятий.
    }
sprog-clock = Время: { $zone }.
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
    Ближайшее в программе: { $at }. { $title }{ $several ->
        [yes] , занятие { $number } из { $count }
       *[no] {""}
    }.
sprog-nearest-mine =
    Ближайшее: { $at }. { $title }{ $several ->
        [yes] , занятие { $number } из { $count }
       *[no] {""}
    }.
sprog-none-yet =
    <b>Программа семинаров</b>
    Программы пока нет. Её составляют по запросам школ. Загляните сюда, когда полугодие начнётся: здесь появятся мероприятия.
sprog-head =
    <b>Программа, { $half }</b>
    Редакция { $number } от { DATE($day, format: "d MMMM") }.{ $changed ->
        [0] {""}
       *[other] {" "}Изменилось: { $changed }.
    }
sprog-empty = Для вас в этой программе мероприятий пока нет. Тему можно предложить: «Семинары».
sprog-asked-alone = Что просили вы или ваша школа:
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
sprog-change-kind =
    «{ $title }», теперь { $kind ->
        [webinar] вебинар
        [seminar] семинар
        [course] курс
        [setting_up] установочный семинар
       *[practice] практикум
    }
sprog-change-audience =
    «{ $title }», теперь { $audience ->
        [teams] для управленческих команд
       *[teachers] для учителей
    }
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

# Versions, for who runs the seminar and who decides
btn-menu-waits-programme = Программа полугодия
btn-menu-waits-programme-count = Программа полугодия ({ $count })
btn-sver-submit = Отправить на утверждение
btn-sver-in-work = Программа на утверждении
btn-sver-all = Все редакции
sver-submit =
    Отправить программу ({ $half }) на утверждение?
    { $count ->
        [one] В ней { $count } новое мероприятие.
        [few] В ней { $count } новых мероприятия.
       *[many] В ней { $count } новых мероприятий.
    } Пока её смотрят, черновики не меняются: программу можно отозвать.
btn-sver-submit-yes = Да, отправить
sver-submitted = Программа отправлена на утверждение.
sver-unready =
    Программу ({ $half }) отправить пока нельзя. { $count ->
        [one] { $count } мероприятию чего-то не хватает:
        [few] { $count } мероприятиям чего-то не хватает:
       *[many] { $count } мероприятиям чего-то не хватает:
    }
    { $lines }
    Вернитесь в черновик и дополните или уберите их.
sver-unready-row = «{ $title }»: { $lacks }
sver-lacks-what = Отзовите программу, исправьте черновики и отправьте её ещё раз.
sver-title = <b>Программа, { $half }</b>
sver-state =
    { $state ->
        [waiting] На утверждении с { DATE($day, format: "d MMMM") }.
        [returned] Возвращена { DATE($day, format: "d MMMM") }: { $reason }
        [withdrawn] Отозвана. Отправляли { DATE($day, format: "d MMMM") }.
        [approved] Утверждена { DATE($day, format: "d MMMM") }, можно опубликовать.
        [published] Редакция { $number } от { DATE($day, format: "d MMMM") }, действует.
       *[superseded] Редакция { $number } от { DATE($day, format: "d MMMM") }, уже заменена.
    }{ $small ->
        [yes] {" "}Изменения одного дня, без утверждения.
       *[no] {""}
    }
sver-state-word =
    { $state ->
        [waiting] на утверждении
        [returned] возвращена
        [withdrawn] отозвана
        [approved] утверждена
        [published] действует
       *[superseded] заменена
    }
sver-reason-gone = без причины
sver-counts =
    { $all ->
        [0] Мероприятий нет.
        [one] Всего { $all } мероприятие.
        [few] Всего { $all } мероприятия.
       *[many] Всего { $all } мероприятий.
    }{ $first ->
        [yes] {""}
       *[no] {" "}Новых: { $new }, изменилось всего: { $changed }.
    }
sver-own = Эту программу отправили вы: её смотрит другой координатор, а если его нет, администратор.
sver-events =
    <b>Мероприятия, { $half }</b>
    { $lines }
sver-line =
    { $number }. { CAP($at) }{ $count ->
        [one] {""}
        [few] , { $count } занятия
       *[many] , { $count } занятий
    }. { $title }. { $kind ->
        [webinar] Вебинар
        [seminar] Семинар
        [course] Курс
        [setting_up] Установочный семинар
       *[practice] Практикум
    }, { $form ->
        [on_site] очно
       *[online] дистанционно
    }. Ведущий: { $host }. { $asked ->
        [yes] Просили: { $schools }, { $people }
       *[no] Школы не просили
    }
btn-sver-events = Мероприятия
btn-sver-approve = Утвердить
btn-sver-return = Вернуть
btn-sver-publish = Опубликовать
btn-sver-withdraw = Отозвать
sver-ask-approve =
    Утвердить программу ({ $half })?
    { $count ->
        [one] В ней { $count } новое мероприятие.
        [few] В ней { $count } новых мероприятия.
       *[many] В ней { $count } новых мероприятий.
    } Опубликует её тот, кто составляет программу.
btn-sver-ask-approve = Да, утвердить
sver-approve-done = Программа утверждена. Тому, кто её отправил, придёт сообщение.
sver-ask-return = Что исправить? Напишите одной-двумя фразами: причину прочтут те, кто составляет программу.
sver-return-kept = Вы написали: { $reason }
sver-return-done = Программа возвращена.
sver-ask-publish =
    Опубликовать программу ({ $half })?
    { $events ->
        [one] { $events } мероприятие откроется
        [few] { $events } мероприятия откроются
       *[many] { $events } мероприятий откроются
    }, время ведущих будет занято.
    { $asked ->
        [yes] «Ваша школа просила эту тему» прочтут: { $schools }.
       *[no] Ни одна школа этих тем не просила.
    }
    Сообщение о программе получат: { $people }.{ $passed ->
        [yes] {" "}Не всех, кто просил, эти мероприятия приглашают:
        { $missed }
       *[no] {""}
    }
sver-passed-over =
    «{ $title }» не приглашает { $count ->
        [one] { $count } школу, которая просила эту тему
        [few] { $count } школы, которые просили эту тему
       *[many] { $count } школ, которые просили эту тему
    }
sver-passed-over-rest = …и ещё { $count }
btn-sver-ask-publish = Да, опубликовать
sver-publish-done = Программа опубликована. Школам придут сообщения.
sver-host-elsewhere = Опубликовать пока нельзя: ведущий мероприятия «{ $title }» в одно из его занятий уже занят на консультации, выезде или другом занятии. Отзовите программу и измените время или ведущего.
sver-ask-withdraw = Отозвать программу ({ $half })? Черновики снова можно будет менять, потом её нужно отправить ещё раз.
btn-sver-ask-withdraw = Да, отозвать
sver-withdraw-done = Программа отозвана.
sver-all =
    <b>Редакции программы, { $half }</b>
    { $lines }
sver-none =
    <b>Редакции программы, { $half }</b>
    Программу ещё не отправляли. Когда черновики готовы: «Черновик программы», «Отправить на утверждение».
sver-row = { $number }. { $state }
btn-sver-row = { $number }. { CAP($state) }
sver-waiting =
    { $count ->
        [one] Вашего решения ждёт { $count } программа.
        [few] Вашего решения ждут { $count } программы.
       *[many] Вашего решения ждут { $count } программ.
    }
sver-waiting-none = Программ, которые ждут вашего решения, нет.
btn-sver-waits = { CAP($half) } от { DATE($day, format: "d MMMM") }
sver-kind =
    { $kind ->
        [webinar] вебинар
        [seminar] семинар
        [course] курс
        [setting_up] установочный семинар
       *[practice] практикум
    }
sver-file = Программа семинаров, { $half }
sver-sheet = Программа
sver-column-number = №
sver-column-at = Когда
sver-column-title = Тема
sver-column-kind = Вид
sver-column-form = Форма
sver-column-audience = Кому
sver-column-lessons = Занятий
sver-column-host = Ведущий
sver-column-schools = Школ просили
sver-column-people = Человек
sver-column-route = Маршрут
sver-column-changed = Изменилось

# What people are told
digest-sver-waits =
    Программа семинаров ({ $half }) ждёт утверждения: { $count ->
        [one] { $count } мероприятие
        [few] { $count } мероприятия
       *[many] { $count } мероприятий
    }
btn-digest-sver = Программа, { $half }
notice-sver-approved = Программу семинаров ({ $half }) утвердили. Её можно опубликовать.
notice-sver-returned =
    Программу семинаров ({ $half }) вернули. Что исправить:
    { $reason }
btn-notice-sver = Открыть программу
notice-sprog-you-lead =
    { $past ->
        [yes] Вы ведёте «{ $title }»: первое занятие было { $at }.
       *[no]
        Вышла программа семинаров, вы ведёте «{ $title }». Первое занятие: { $at }.
        Это время у вас занято. Ссылку или место можно указать в «Моих занятиях».
    }
notice-sprog-you-lead-now =
    { $past ->
        [yes] Вы ведёте «{ $title }»: занятие было { $at }.
       *[no]
        Теперь вы ведёте «{ $title }». Ближайшее занятие: { $at }.
        Это время у вас занято. Ссылку или место можно указать в «Моих занятиях».
    }
notice-sprog-led-no-more =
    Вы больше не ведёте «{ $title }». Ближайшее занятие: { $at }.
    Это время у вас снова свободно.
notice-sprog-asked-for =
    { $past ->
        [yes] Тема, которую просила ваша школа ({ $school }), была в программе: «{ $title }», { $at }.
       *[no]
        Ваша школа ({ $school }) просила тему «{ $topic }». Она в программе: «{ $title }», { $at }.
        Записать учителей?
    }
notice-sprog-wished =
    { $past ->
        [yes] Тема, которую вы предлагали, была в программе: «{ $title }», { $at }.
       *[no] Тема, которую вы предлагали («{ $topic }»), в программе: «{ $title }», { $at }.
    }
btn-notice-sev = Открыть мероприятие
notice-sprog-out =
    { $first ->
        [yes]
        <b>Вышла программа семинаров, { $half }</b>
        { $count ->
            [0] Для вас в ней пока ничего нет, но тему можно предложить.
            [one] Для вас в ней { $count } мероприятие.
            [few] Для вас в ней { $count } мероприятия.
           *[many] Для вас в ней { $count } мероприятий.
        }
       *[no]
        <b>Программа семинаров, { $half }: редакция { $number }</b>
        Изменилось: { $changed }. { $count ->
            [0] Впереди для вас пока ничего нет.
            [one] Впереди для вас { $count } мероприятие.
            [few] Впереди для вас { $count } мероприятия.
           *[many] Впереди для вас { $count } мероприятий.
        }
    }
btn-notice-sprog = Открыть программу
