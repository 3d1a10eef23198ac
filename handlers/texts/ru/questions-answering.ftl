# Questions without a meeting: what those who answer, and coordinators, read; notices.

btn-menu-questions = Вопросы
btn-menu-questions-count = Вопросы ({ $count })
btn-menu-waits-questions = Вопросы без ответа
btn-menu-waits-questions-count = Вопросы без ответа ({ $count })
btn-menu-watch = Вопросы школ
btn-menu-replies = Как отвечают на вопросы
menu-questions =
    { $count ->
        [one] Ждёт ответа: { $count } вопрос.
        [few] Ждут ответа: { $count } вопроса.
       *[many] Ждут ответа: { $count } вопросов.
    }

question-queue =
    <b>Вопросы</b>
    { $lines }
question-queue-none =
    <b>Вопросы</b>
    Сейчас никто не ждёт ответа. Когда появится вопрос, на который вы можете ответить, я напишу.
question-queue-row =
    { $number }. { CAP($topic) }, { $where }, { $day }{ $meeting ->
        [yes] {""}, к консультации
       *[no] {""}
    }: { $state ->
        [mine] ждёт вашего ответа
        [free] никто ещё не взял
        [taken] отвечает { $name }
        [answered] есть ответ
       *[closed] закрыт
    }
btn-question-answered = Мои ответы
btn-question-figures = Как отвечают
question-answered =
    <b>Мои ответы</b>
    { $lines }
question-answered-none =
    <b>Мои ответы</b>
    Здесь будут вопросы, на которые вы ответили.
question-head =
    <b>{ CAP($topic) }</b>
    { $where }{ $asked ->
        [yes] {""}, { $name }
       *[no] {""}
    }
question-stands =
    { $state ->
        [open] Никто ещё не взял, ждёт с { $since }.
        [taken] Отвечает { $name }.
        [answered] Ответ дан, отвечает { $name }.
       *[closed] Вопрос закрыт.
    }
question-yours =
    { $state ->
        [open] { $meeting ->
            [yes] Вопрос к вашей консультации.
           *[no] Вы взяли этот вопрос.
        }
        [answered] Вы ответили.
       *[closed] Вопрос закрыт: ответа хватило.
    }
question-due = Ответа ждут до конца дня { $day }, потом вопрос снова увидят все.
question-thread =
    { $head }

    { $words }
btn-question-take = Беру
btn-question-answer = Ответить
btn-question-answer-more = Дополнить ответ
btn-question-return = Вернуть в очередь
question-returned = Вопрос снова видят все, кто может ответить.
question-write-answer =
    { $about }
    { $kept ->
        [yes] Напишите новый текст вместо прежнего.
       *[no] Напишите ответ одним сообщением. Можно приложить до трёх файлов или фото.
    }
    Имён и оценок детей, пожалуйста, не пишите.
question-answer-sent = Ответ отправлен.

btn-question-ahead = Ответить заранее
question-ahead =
    <b>Вопросы к встрече</b>
    { $lines }
    На какой ответить?
question-ahead-none =
    <b>Вопросы к встрече</b>
    Записавшиеся пока ни о чём не спросили.
question-ahead-row =
    { $number }. { $named ->
        [yes] { $topic }
       *[no] Без темы
    }{ $state ->
        [open] {""} (написано подробнее)
        [answered] {""} (есть ответ)
       *[topic] {""}
    }
btn-question-ahead-row = Ответить на { $number }
question-about-ahead =
    <b>Ответ до встречи</b>
    { $words }

question-watch =
    <b>Вопросы школ</b>
    { $lines }
    Тексты вопросов видят только те, кто отвечает.
question-watch-none =
    <b>Вопросы школ</b>
    Сейчас ни один вопрос не ждёт ответа.
question-watch-topic =
    { CAP($topic) }: { $waiting ->
        [one] ждёт { $waiting } вопрос
        [few] ждут { $waiting } вопроса
       *[many] ждут { $waiting } вопросов
    }, взяли { $taken }{ $lates ->
        [yes] {""}, дольше двух рабочих дней { $late }
       *[no] {""}
    }
question-watch-list =
    <b>{ CAP($topic) }</b>
    { $lines }
question-watch-row =
    { $number }. { $where }, { $day }: { $state ->
        [taken] отвечает { $name } до { $until }
        [parted] после встречи отвечает { $name } до { $until }
       *[open] ждёт
    }
btn-question-watch-row = { $number }. От { $day }
question-watch-card =
    <b>{ CAP($topic) }</b>
    { $where }, вопрос от { $day }
    { $state ->
        [open] Никто ещё не взял.
        [taken] Отвечает { $name }. Ответа ждут до конца дня { $until }.
        [parted] Задан ко встрече, она уже прошла или не состоится. Отвечает { $name } до конца дня { $until }, потом вопрос увидят все, кто может ответить.
        [meets] Ждёт встречи, отвечает { $name }.
        [answered] Ответ дан.
       *[closed] Вопрос закрыт.
    }
btn-question-hand = Передать другому
question-hand = { CAP($topic) }. Кому передать вопрос? Он увидит текст и получит два рабочих дня на ответ.
question-handed = Вопрос передан, новому ведущему сообщили.

question-figures =
    <b>Как отвечают: { DATE($since, format: "d MMMM y") } – { DATE($until, format: "d MMMM y") }</b>
    { $lines }
    { $own ->
        [yes] Здесь вопросы этого срока, на которые первыми ответили вы.
       *[no] Здесь вопросы, заданные за этот срок школами вашей территории.
    }
    Доля: сколько получили ответ до конца второго рабочего дня из тех, на которые ответили или у которых этот день прошёл. Вопросы к встречам не считаются.
question-figures-none =
    <b>Как отвечают: { DATE($since, format: "d MMMM y") } – { DATE($until, format: "d MMMM y") }</b>
    За этот срок вопросов нет. Выберите другой.
question-figure =
    { CAP($topic) }: { $own ->
        [yes] ответов { $answered }
       *[no] задано { $asked }, ответ есть на { $answered }
    }. За два рабочих дня: { $share }.{ $timed ->
        [yes] {""} Половина ответов быстрее, чем за { $median }.
       *[no] {""}
    }
question-share = { $good } из { $all } ({ $percent } %)
question-no-share = нет данных
question-median-hours =
    { $hours ->
        [one] { $hours } час
        [few] { $hours } часа
       *[many] { $hours } часов
    }
question-median-days =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
btn-question-month = Этот месяц
btn-question-year = Учебный год

notice-question-asked =
    Новый вопрос: { $topic }
    { $where }
    «{ $words }»
    Кто возьмёт первым, тот и отвечает.
notice-question-handed =
    { $why ->
        [meeting] Вопрос к вашей консультации: { $topic }
        [after] После консультации ждут ответа от вас: { $topic }
       *[other] Вам передали вопрос: { $topic }
    }
    { $where }
    «{ $words }»
notice-question-asked-on =
    Дополнение к вопросу: { $topic }
    { $where }
    «{ $words }»
notice-question-answered =
    Ответ на ваш вопрос: { $topic }
    <b>{ CAP($name) }</b>
    { $words }
    { $filed ->
        [yes] { $files ->
            [one] Приложен { $files } файл: он открывается вместе с вопросом.
            [few] Приложено { $files } файла: они открываются вместе с вопросом.
           *[many] Приложено { $files } файлов: они открываются вместе с вопросом.
        }
       *[no] {""}
    }
notice-question-wiped = Вопрос: { $topic }. Текст удалён.
notice-question-parted =
    { $met ->
        [yes] Вы спрашивали перед консультацией: { $topic }
       *[no] Консультации не будет, а вопрос остался: { $topic }
    }
    «{ $words }»
    { $met ->
        [yes] Ответили на встрече?
       *[no] Пусть ответят другие?
    }
    До конца дня { $day } вопрос видит только ведущий, потом его увидят те, кто отвечает на вопросы вашей школы.
notice-question-parted-over =
    Вопрос к консультации: { $topic }
    { $state ->
        [open] Вопрос ждёт ответа.
        [answered] Ответ дан.
       *[closed] Вопрос закрыт.
    }
notice-question-back =
    { $state ->
        [free] Вопрос снова видят все, кто может ответить: { $topic }, { $where }. Его можно взять ещё раз.
        [gone] Вопрос теперь видят те, кто отвечает на вопросы школы: { $topic }, { $where }. От вас ничего не нужно.
       *[taken] На этот вопрос отвечает другой ведущий: { $topic }, { $where }.
    }
notice-question-became =
    Вопрос: { $topic }
    { $state ->
        [mine] Вы взяли этот вопрос.
        [taken] Отвечает { $name }.
        [answered] Ответ дан.
        [waits] Вопрос ещё ждёт, он есть в меню.
       *[closed] Вопрос закрыт.
    }
digest-question-waits = Вопрос ждёт ответа с { $day }: { $topic }, { $where }
