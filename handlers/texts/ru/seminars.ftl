# The permanent seminar as schools read it: what is announced, the catalogue, wishes.

command-seminars = Семинары
btn-menu-seminars = Семинары

seminar-half =
    { $half ->
        [autumn] осень { $year }
       *[spring] весна { $year }
    }
seminar-day = { DATE($day, format: "d MMMM") }
btn-seminar-half = { CAP($half) }

seminar-window = { $text }
seminar-home = <b>Семинары, { $half }</b>
seminar-promised =
    { $out ->
        [yes] Программа уже вышла, её дополнят.
       *[no] Программу обещают к { $publish }.
    }
seminar-stands =
    { $stage ->
        [prepared] Каталог ещё не объявлен. Пожелания собирают до { $wishes }, запросы школ до { $requests }.
        [collecting]
            Темы предлагают до { $wishes }, запросы школ собирают до { $requests }.
            { seminar-promised }
        [requests]
            Срок пожеланий прошёл { $wishes }. Запросы школ собирают до { $requests }.
            { seminar-promised }
        [drafting] Сбор закончен { $requests }. Программу составляют и обещают к { $publish }.
        [late] Сбор закончен { $requests }. Программу ещё составляют: её обещали к { $publish }.
        [running] Программа вышла. Школы могут просить и другие темы: они пойдут сверх плана.
        [over] Полугодие закончилось.
       *[closed] Полугодие закончилось, все запросы разобраны.
    }
seminar-in-catalogue =
    { $count ->
        [0] Тем в каталоге пока нет.
        [one] В каталоге { $count } тема.
        [few] В каталоге { $count } темы.
       *[many] В каталоге { $count } тем.
    }
seminar-my-count = Ваших пожеланий: { $count } из { $most }.
seminar-nothing =
    { $runs ->
        [yes] Сейчас ничего не собирают. Задайте сроки полугодия, добавьте темы и объявите каталог.
       *[no] Сейчас ничего не собирают. Когда институт объявит каталог тем, вам придёт сообщение. А пока можно спросить без встречи или записаться на консультацию.
    }

btn-seminar-wish = Предложить тему
btn-seminar-topics = Каталог тем ({ $count })
btn-seminar-mine = Мои пожелания ({ $count })
btn-seminar-wished =
    { $count ->
        [0] Пожелания учителей
       *[other] Пожелания учителей ({ $count })
    }
btn-seminar-run = Сроки и каталог

seminar-catalogue =
    <b>Каталог тем, { $half }</b>
    { $lines }
seminar-catalogue-none = Тем в каталоге ({ $half }) пока нет. Предложите свою или загляните позже.
seminar-topic-row = { $number }. { $title }
btn-seminar-topic = { $number }. { $title }
seminar-topic-card = { $text }
seminar-topic-title = <b>{ $title }</b>
seminar-topic-facts =
    { $kind ->
        [webinar] Вебинар
        [seminar] Семинар
        [course] Курс
        [setting_up] Установочный семинар
       *[practice] Практикум
    }, { $form ->
        [online] дистанционно
        [on_site] очно
       *[either] дистанционно или очно
    }, { $audience ->
        [teams] для управленческой команды
       *[teachers] для учителей
    }
seminar-topic-subject = Предмет: { $subject }
seminar-topic-minutes =
    { $minutes ->
        [one] Длится { $minutes } минуту
        [few] Длится { $minutes } минуты
       *[many] Длится { $minutes } минут
    }
seminar-topic-about = { $about }
seminar-topic-wished = Эту тему вы уже предложили.
btn-seminar-want = Хочу эту тему

seminar-ask-topic =
    Чего не хватает вам в работе? Выберите тему каталога или напишите свою одной строкой.
    Имён и оценок детей, пожалуйста, не пишите.
btn-seminar-kept-words = Вернуться к своей теме
seminar-check-wish =
    Тема: «{ $topic }»
    { $several ->
        [yes] От какой школы предложить? Её увидит директор или завуч этой школы.
       *[no] Её увидит директор или завуч вашей школы и сможет отправить запрос.
    }
btn-seminar-send-wish = Предложить
btn-seminar-send-wish-of = { $school }
seminar-wish-sent = Тема предложена: «{ $topic }».

seminar-mine =
    <b>Мои пожелания, { $half }</b>
    { $lines }
seminar-mine-none = Пожеланий пока нет. Предложите тему, и её увидит директор или завуч вашей школы.
seminar-wish-row =
    { $number }. { $topic } · { $state ->
        [taken] школа отправила запрос
       *[open] ждёт
    }
seminar-own-wish =
    «{ $topic }»
    Предложена { $day }. { $state ->
        [taken] Школа отправила по ней запрос.
       *[open] Директор или завуч видит её в пожеланиях учителей.
    }
btn-seminar-unwish = Больше не нужно
seminar-wish-withdrawn = Пожелание убрано. Можно предложить другую тему.

btn-seminar-school = { $school }
seminar-wished =
    <b>Пожелания учителей, { $half }</b>
    { $name }
    { $lines }
seminar-wished-none =
    { $name }
    { $open ->
        [yes] Пожеланий пока нет. Их пишут учителя: «Семинары», «Предложить тему». Подскажите им.
       *[no] Пожеланий в этом полугодии нет.
    }
seminar-wished-row =
    { $number }. { $topic } · { $count ->
        [one] { $count } учитель
        [few] { $count } учителя
       *[many] { $count } учителей
    }{ $known ->
        [yes] : { $names }
       *[no] { "" }
    }
