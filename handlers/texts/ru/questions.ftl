# Questions without a meeting: what their askers read (/ask, «Мои вопросы»).

command-ask = Спросить без встречи
btn-menu-ask = Спросить без встречи
btn-ask = Спросить без встречи
btn-my-questions = Мои вопросы
btn-ask-written = Плохая связь, спрошу письменно
btn-ask-ahead = Добавить вопрос или файл

question-topic =
    { $matter ->
        [medk] отметка в МЭДК (системе 500+)
        [programme] программа направления
       *[general] общий вопрос
    }
question-somebody =
    { $who ->
        [asker] автор вопроса
       *[host] ведущий
    }
question-day = { DATE($day, format: "d MMMM") }
question-people =
    { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }

question-early = Вопрос сохранён: «{ $text }». Осталось выбрать, о чём он.
question-kept = Ваш вопрос ещё не отправлен: «{ $text }». Выберите, о чём он, или уберите его.
btn-question-put-away = Убрать неотправленное
question-which-topic = О чём вопрос? Выберите предмет или тему.
btn-question-subject = { CAP($subject) }
btn-question-other-subject = Другой предмет
btn-question-medk = Отметка в МЭДК
btn-question-programme = Программа направления
btn-question-general = Общий вопрос

question-about =
    <b>{ CAP($topic) }</b>
    { $seen }
question-seen =
    { $level ->
        [hosts] Вопрос увидят те, кто может на него ответить: { $people }. Ответит один из них.
        [methodists] Отдельного ведущего здесь пока нет. Вопрос увидят методисты региона: { $people }.
       *[coordinator] Ведущих и методистов здесь пока нет. Вопрос увидит региональный координатор.
    }
question-seen-tutor =
    { $more ->
        [yes] Сначала вопрос увидит ваш тьютор, через рабочий день и другие ведущие: { $count }.
       *[no] Вопрос увидит ваш тьютор.
    }
question-seen-nobody = Отвечать здесь пока некому. Вопрос сохранится и дождётся того, кто сможет ответить.
question-seen-host =
    Вопрос увидит ведущий этой консультации. После неё я спрошу вас, хватило ли ответа.
    Если ещё через два рабочих дня ответа не будет, вопрос увидят те, кто отвечает на вопросы вашей школы.
question-write =
    { $about }
    { $kept ->
        [yes] Напишите новый текст вместо прежнего.
       *[no] Напишите вопрос одним сообщением. Можно приложить до трёх файлов или фото.
    }
    Имён и оценок детей, пожалуйста, не пишите.
question-write-on =
    { $about }
    { $kept ->
        [yes] Напишите новый текст вместо прежнего.
       *[no] Что ещё хотите спросить? Можно приложить до трёх файлов или фото.
    }
    Имён и оценок детей, пожалуйста, не пишите.
question-about-thread = <b>{ CAP($topic) }</b>
question-expects = Здесь нужен текст, фото или документ. Подойдут pdf, Word, Excel, презентация, картинка.
question-file-kept =
    { $count ->
        [one] Приложен { $count } файл. Теперь напишите сам вопрос.
        [few] Приложено { $count } файла. Теперь напишите сам вопрос.
       *[many] Приложено { $count } файлов. Теперь напишите сам вопрос.
    }
question-no-room = Этот текст уже не поместился: всего можно { $limit } знаков. Прежний сохранён. Отправьте его, остальное допишете следом.
question-whole =
    { $about }

    { $text }
    { $some ->
        [yes] Приложено: { $files }
       *[no] {""}
    }
    Имён и оценок детей здесь быть не должно. Всё верно?
question-draft = Черновик: { $draft }
btn-question-whole = Посмотреть и отправить
btn-question-send = Отправить
btn-question-text = Изменить текст
btn-question-no-files = Убрать файлы
question-sent =
    Вопрос отправлен.
    { $about }
    { $soon ->
        [host] Ответ придёт сюда или будет на самой встрече.
        [nobody] Ответ придёт сюда, когда появится тот, кто сможет ответить.
       *[usual] Обычно отвечают за два рабочих дня. Ответ придёт сюда.
    }
btn-question-open = Открыть

question-mine =
    <b>Мои вопросы</b>
    { $lines }
question-mine-none =
    <b>Мои вопросы</b>
    Здесь будут ваши вопросы и ответы на них. Спросить можно в любое время.
question-my-row =
    { $number }. { CAP($topic) }, { $day }: { $state ->
        [open] ждёт ответа
        [answered] есть ответ
       *[closed] закрыт
    }
btn-question-row = { $number }. { CAP($topic) }
question-card =
    <b>{ CAP($topic) }</b>
    { $standing }

    { $words }
question-stands-mine =
    { $state ->
        [open] Ждёт ответа, последнее слово { $since }.
        [taken] Отвечает { $name }.
        [answered] Есть ответ. Всё понятно?
       *[closed] Вопрос закрыт.
    }
question-turn =
    <b>{ $who ->
        [me] Вы
       *[other] { CAP($name) }
    }</b>, { $when }
question-words = { $text }
question-wiped = Текст удалён.
question-files =
    { $count ->
        [one] Приложен { $count } файл.
        [few] Приложено { $count } файла.
       *[many] Приложено { $count } файлов.
    }
btn-question-file = Файл: { $name }
btn-question-thanks = Спасибо, понятно
btn-question-more = Спросить ещё
btn-question-add = Дополнить вопрос
btn-question-drop = Вопрос больше не нужен
question-over-hint = С последнего слова прошло две недели. Если остались вопросы, задайте новый.
question-sent-on = Отправлено. Ответ придёт сюда.
question-thanked = Вопрос закрыт. Две недели его можно продолжить.
question-after-said =
    { $said ->
        [answered] Вопрос закрыт. Хорошо, что разобрались.
        [waits] Напомню ведущему, что вы ждёте ответа.
       *[others] Вопрос увидят те, кто отвечает на вопросы вашей школы.
    }
btn-question-after-answered = Да, спасибо
btn-question-after-waits = Нет, жду ответа
btn-question-after-others = Пусть ответят другие
question-dropped = Вопрос закрыт, отвечать на него не будут.

mine-questions = <b>Вопросы без встречи</b>
mine-question-row =
    { CAP($topic) }, { $day }: { $state ->
        [answered] есть ответ
       *[open] ждёт ответа
    }
