# Events of the permanent seminar: the draft of a programme, and what is led.

notice-sev-off = Мероприятие «{ $title }», которое просила ваша школа ({ $school }), отменено. Запрос снова рассматривается.

digest-sev-no-host = Без ведущего: «{ $title }», ближайшее занятие { $at }. Выберите, кто его проведёт
btn-digest-sev-no-host = { $title }

btn-menu-seminar-lessons = Мои занятия

# Words of an event
sev-state =
    { $state ->
        [draft] Черновик: его видят только те, кто составляет программу
        [open] В программе
       *[cancelled] Отменено
    }
sev-head =
    <b>{ $title }</b>
    { $state }.
sev-about = { $about }
sev-host = Ведущий: { $name }
sev-host-none = Ведущий: без ведущего
sev-host-unnamed = методист или тьютор
btn-sev-host =
    { $busy ->
        [yes] { $name } (занят)
       *[no] { $name }
    }
sev-no-lessons = Занятий пока нет.
sev-no-day = без даты
sev-lesson = { $number }. { CAP($at) }, { $minutes }, { $where }
sev-lesson-off = { $number }. { CAP($at) }, { $minutes }, { $where }. Отменено
sev-lesson-new = { $number }. { CAP($at) }, { $minutes }
sev-has-link = ссылка есть
sev-has-venue = место указано
sev-has-no-place = ни ссылки, ни места пока нет
sev-seats =
    { $count ->
        [one] { $count } место, от одной школы без ограничения
        [few] { $count } места, от одной школы без ограничения
       *[many] { $count } мест, от одной школы без ограничения
    }
sev-seats-quota =
    { $count ->
        [one] { $count } место, от одной школы не больше { $quota }
        [few] { $count } места, от одной школы не больше { $quota }
       *[many] { $count } мест, от одной школы не больше { $quota }
    }
sev-taken =
    { $count ->
        [0] Пока никто не записался.
        [one] Занято { $count } место.
        [few] Занято { $count } места.
       *[many] Занято { $count } мест.
    }{ $waits ->
        [0] {""}
       *[other] {" "}В очереди { $waits }.
    }
sev-who-region = весь регион
sev-who =
    Приглашает: { $where }{ $project ->
        [yes] , только школы проекта
       *[no] {""}
    }. { $all ->
        [yes] После публикации его увидят все, и без регистрации.
       *[no] После публикации его увидят только те, кого оно приглашает.
    }
sev-shown =
    { $all ->
        [yes] После публикации его увидят все, и без регистрации.
       *[no] После публикации его увидят только школы региона.
    }
sev-asked = Просили: { $schools }, { $people }. Темы: { $topics }
sev-lacks = Чтобы войти в программу, не хватает: { $lacks }.
sev-lack =
    { $lack ->
        [host] ведущего
        [lesson] занятия
        [outside] дня внутри полугодия (занятие вышло за его пределы)
       *[past] дня впереди (первое занятие уже в прошлом)
    }
sev-lack-told =
    { $lack ->
        [host] нет ведущего
        [lesson] нет занятия
        [outside] занятие вышло за пределы полугодия
       *[past] первое занятие уже в прошлом
    }

# The draft of a half-year
btn-sev-draft = Черновик программы
sev-draft-none-yet =
    <b>Черновик программы</b>
    Полугодий пока нет. Задайте сроки полугодия: после этого здесь можно будет составить программу.
sev-draft-empty =
    <b>Черновик программы, { $half }</b>
    Мероприятий пока нет. { $waits }
    Нажмите «Запросы школ», чтобы сделать мероприятие из запроса, или «Своё мероприятие».
sev-draft =
    <b>Черновик программы, { $half }</b>
    Готово { $ready } из { $all }. { $waits }{ $work ->
        [yes] {" "}Программа на утверждении: её черновики сейчас не меняются.
       *[no] {""}
    }
    { $lines }
sev-draft-waits =
    { $count ->
        [0] Все запросы школ учтены.
        [one] Без мероприятия { $count } запрос из { $all }.
        [few] Без мероприятия { $count } запроса из { $all }.
       *[many] Без мероприятия { $count } запросов из { $all }.
    }
sev-row = { $number }. { $title }: { $at }. { $state }
sev-row-lacks = { CAP($lacks) }
sev-row-ready =
    { $open ->
        [yes] В программе
       *[no] Готово
    }
btn-sev-row = { $number }. { $title }
btn-sev-asked = Запросы школ
btn-sev-own = Своё мероприятие
sev-asked-none =
    <b>Запросы школ, { $half }</b>
    Запросов пока нет. Мероприятие можно сделать и без запроса: «Назад», затем «Своё мероприятие».
sev-asked-all =
    <b>Запросы школ, { $half }</b>
    Сначала темы, которые просят больше школ и людей.
    { $lines }
sev-asked-row =
    { $number }. { $topic }: { $schools }, { $people }. { $answered ->
        [open] Есть в программе
        [draft] Есть в черновике
       *[none] Мероприятия нет
    }
sev-one =
    <b>{ $topic }</b>
    Просят: { $schools }, { $people }. Из них школ проекта: { $project }.
    { $answered ->
        [open] Мероприятие по этому запросу есть в программе.
        [draft] Мероприятие по этому запросу есть в черновике.
       *[none] Мероприятия по этому запросу пока нет.
    }
btn-sev-answer = { $title }
btn-sev-make = Сделать мероприятие
btn-sev-attach = Учесть в готовом черновике
sev-attach = Какое мероприятие ответит и на запрос «{ $topic }»?
sev-attached = Запрос учтён.

# A new event
sev-ask-title =
    { $has ->
        [yes] Название: { $title }
       *[no] Как назвать мероприятие? Напишите одной строкой.
    }
    { $asked }
sev-ask-title-asked = Эту тему просят: { $schools }, { $people }. Оставьте название или напишите другое.
btn-sev-same-title = Оставить
sev-ask-kind = Что это будет?
btn-sev-kind-webinar = Вебинар
btn-sev-kind-seminar = Семинар
btn-sev-kind-course = Курс
btn-sev-kind-setting_up = Установочный семинар
btn-sev-kind-practice = Практикум
sev-ask-audience = Для кого?
btn-sev-audience-teachers = Для учителей
btn-sev-audience-teams = Для управленческой команды
sev-ask-form = Как пройдёт?
btn-sev-form-online = Дистанционно
btn-sev-form-on_site = Очно
sev-ask-day = Занятие { $number }. Какой день?
btn-sev-no-day = Пока без даты
sev-ask-time =
    { CAP($day) }. Во сколько? Время местное: { $zone }.
    Выберите или напишите, например: 15:30.
sev-ask-minutes = Сколько длится занятие? Выберите или напишите, например: 45 минут.
sev-lessons-new =
    { $some ->
        [yes] Занятия:
       *[no] Занятий пока нет.
    }
    { $lines }
btn-sev-more-lessons = Ещё занятие
btn-sev-drop-last = Убрать последнее
btn-sev-go-on = Дальше
sev-ask-host = Кто ведёт? Сначала те, кто в это время свободен.
btn-sev-no-host = Пока без ведущего
sev-ask-seats = Сколько мест всего? Выберите или напишите числом.
sev-ask-quota = Сколько мест может занять одна школа? Выберите или напишите числом, не больше числа мест.
btn-sev-no-quota = Без ограничения
sev-ask-shown = Кому показывать мероприятие, когда программа выйдет?
btn-sev-shown-all = Всем, и без регистрации
btn-sev-shown-own = Только школам региона
sev-check =
    Проверьте, всё ли верно.
    <b>{ $title }</b>
btn-sev-save = Сохранить в черновик
btn-sev-change-title = Название
btn-sev-change-about = О чём
btn-sev-change-kind = Вид
btn-sev-change-audience = Для кого
btn-sev-change-form = Форма
btn-sev-change-lessons = Занятия
btn-sev-change-host = Ведущий
btn-sev-change-seats = Мест всего
btn-sev-change-quota = Мест от школы
btn-sev-change-shown = Кому видно
btn-sev-change-who = Кого приглашает
sev-added = Мероприятие сохранено в черновик.

# One event
btn-sev-lessons = Занятия
btn-sev-change = Изменить
btn-sev-drop = Убрать из черновика
btn-sev-off = Отменить мероприятие
sev-changed = Изменено.
sev-change-title = Сейчас: { $title }. Напишите новое название одной строкой.
sev-change-about = Напишите, о чём мероприятие и для чего оно: до 1000 знаков. Сейчас: { $about }
btn-sev-no-about = Убрать описание
sev-kept = Вы написали: { $typed }
btn-sev-same-text = Оставить написанное
sev-ask-who =
    Кого приглашает мероприятие? Выберите весь регион или один район.
    Ещё можно оставить его только для школ проекта и решить, видно ли его без регистрации.
btn-sev-project =
    { $project ->
        [yes] ✓ Только школы проекта
       *[no] Только школы проекта
    }
btn-sev-open =
    { $open ->
        [yes] ✓ Видно без регистрации
       *[no] Видно без регистрации
    }
btn-sev-region = Весь регион
btn-sev-municipality = { $name }
sev-drop = Убрать «{ $title }» из черновика? Запросы, на которые оно отвечает, останутся.
btn-sev-drop-yes = Да, убрать
sev-dropped = Мероприятие убрано из черновика.
sev-off =
    Отменить «{ $title }» целиком?
    { $asked ->
        [yes] Его просили: { $schools }. Запросы, на которые больше ничто не отвечает, снова откроются, и школам придёт сообщение.
       *[no] Школы его не просили.
    }
btn-sev-off-yes = Да, отменить
sev-off-done = Мероприятие отменено.

# Lessons
sev-lessons =
    <b>{ $title }</b>
    { $some ->
        [yes] Занятия:
       *[no] Занятий пока нет.
    }
    { $lines }
btn-sev-lesson = { $number }. { $at }
btn-sev-add-lesson = Добавить занятие
sev-lesson-added = Занятие добавлено.
sev-head-lesson = <b>{ $title }</b>
sev-link = Ссылка: { $link }
sev-venue = Место: { $venue }
sev-was = Было: { $at }
btn-sev-place = Ссылка или место
btn-sev-marks = Код и кто пришёл
btn-sev-move = Перенести
btn-sev-lesson-off = Отменить занятие
btn-sev-lesson-drop = Убрать занятие
sev-ask-place =
    { $online ->
        [yes] Пришлите ссылку, по которой люди войдут на занятие.
       *[no] Напишите, где пройдёт занятие: адрес и кабинет.
    }{ $has ->
        [yes] {" "}Сейчас: { $now }
       *[no] {""}
    }
btn-sev-no-place = Убрать
sev-place-done = Сохранено.
sev-ask-move-day = На какой день перенести?
btn-sev-same-time = В то же время: { $same }
sev-hits =
    { $taken ->
        [0] Пока никто не записан.
        [one] Занято { $taken } место: кто записан, получит сообщение.
        [few] Занято { $taken } места: кто записан, получит сообщение.
       *[many] Занято { $taken } мест: кто записан, получит сообщение.
    }{ $waits ->
        [0] {""}
        [one] {" "}В очереди { $waits } человек.
        [few] {" "}В очереди { $waits } человека.
       *[many] {" "}В очереди { $waits } человек.
    }
sev-hits-away =
    { $away ->
        [one] У { $away } человека в новое время другая запись: с этого мероприятия запись снимется.
        [few] У { $away } человек в новое время другая запись: с этого мероприятия записи снимутся.
       *[many] У { $away } человек в новое время другая запись: с этого мероприятия записи снимутся.
    }
sev-move =
    Перенести занятие «{ $title }»?
    Было: { $was }
    Станет: { $to }
    { $asked ->
        [yes] Его просили: { $schools }.
       *[no] Школы его не просили.
    }
sev-move-crosses = Занятие уйдёт в другое полугодие: оно останется в этой программе как перенесённое, а часы будут считаться по новому дню. Перенести?
sev-move-elsewhere = В это время ведущий уже занят. Вернитесь и выберите другое время.
btn-sev-move-yes = Да, перенести
sev-moved = Занятие перенесено.
sev-lesson-off-ask =
    Отменить занятие «{ $title }»?
    { CAP($at) }
    { $asked ->
        [yes] Мероприятие просили: { $schools }.
       *[no] Школы его не просили.
    }
btn-sev-lesson-off-yes = Да, отменить занятие
sev-lesson-off-done = Занятие отменено.
sev-lesson-drop =
    Убрать занятие «{ $title }» из черновика?
    { CAP($at) }
sev-lesson-dropped = Занятие убрано.

# Who leads
sev-leading =
    <b>Мои занятия</b>
    { $lines }
sev-leading-none =
    <b>Мои занятия</b>
    Впереди занятий нет. Они появятся здесь, когда выйдет программа с мероприятием, которое вы ведёте.
sev-leading-row = { $number }. { CAP($at) }. { $title }, { $where }
