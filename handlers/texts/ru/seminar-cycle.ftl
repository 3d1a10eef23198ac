# The desk of who runs the permanent seminar: half-years, dates, catalogue, announcing.

btn-menu-seminar-desk = Семинары: сроки и каталог
btn-menu-seminar-look = Семинары

seminar-halves =
    <b>Полугодия семинаров</b>
    { $place }
    { $lines }
    Выберите полугодие: там его сроки и каталог тем.
seminar-half-row =
    { CAP($half) }, { $days } · { $stage ->
        [none] сроки не заданы
        [prepared] готовится
        [collecting] идёт сбор
        [drafting] составляют программу
        [running] программа вышла
        [over] закончилось
       *[closed] закрыто
    }
seminar-days = { $first } – { $last }
btn-seminar-region = { $place }

seminar-desk =
    <b>{ CAP($half) }</b>
    { $days }
seminar-desk-no-dates = Сроки ещё не заданы. Задайте их, добавьте темы и объявите каталог школам.
seminar-desk-wishes = Пожеланий учителей: { $count }.
btn-seminar-set-dates = Задать сроки
btn-seminar-move-dates = Изменить сроки
btn-seminar-move-days = Дни полугодия
btn-seminar-catalogue =
    { $count ->
        [0] Каталог тем
       *[other] Каталог тем ({ $count })
    }
btn-seminar-announce = Объявить каталог

seminar-ask-wishes =
    <b>{ CAP($half) }</b>
    До какого дня учителя предлагают темы? Этот день входит. Сейчас: { $now }.
seminar-ask-requests =
    <b>{ CAP($half) }</b>
    До какого дня школы отправляют запросы в план? Этот день входит. Сейчас: { $now }.
seminar-ask-publish =
    <b>{ CAP($half) }</b>
    К какому дню будет программа? Сейчас: { $now }.
btn-seminar-take-date = Оставить { $day }
seminar-dates =
    <b>Сроки, { $half }</b>
    Пожелания учителей: до { $wishes }
    Запросы школ: до { $requests }
    Программа: к { $publish }
    { $told ->
        [yes] Школам, от которых запроса ещё нет, придёт сообщение о новом сроке.
       *[no] Сохранить?
    }
btn-seminar-save = Сохранить
btn-seminar-wishes-until = Срок пожеланий
btn-seminar-requests-until = Срок запросов
btn-seminar-publish-by = Срок программы
seminar-dates-saved = Сроки сохранены.

seminar-ask-first-day = С какого дня идёт полугодие ({ $half })? Сейчас с { $now }.
seminar-ask-last-day = По какой день? Начало { $first }, сейчас по { $now }.
seminar-days-saved = Дни полугодия сохранены.

seminar-desk-catalogue-none =
    { $adds ->
        [yes] Тем в каталоге ({ $half }) пока нет. Добавьте первую, и каталог можно будет объявить.
       *[no] Тем в каталоге ({ $half }) нет. Сбор закончен, новых не добавить.
    }
btn-seminar-add-topic = Добавить тему
btn-seminar-change-topic = Изменить
btn-seminar-drop-topic = Убрать из каталога
seminar-ask-drop =
    { $text }

    { $announced ->
        [yes] Убрать тему из каталога? Кто её предложил, того пожелание останется.
       *[no] Убрать тему из каталога?
    }
btn-seminar-drop-yes = Убрать
seminar-topic-dropped = Темы в каталоге больше нет.
seminar-topic-added = Тема добавлена в каталог.
seminar-topic-changed = Тема изменена.

seminar-ask-title = Как называется тема? Напишите одной строкой.
seminar-ask-kind = Что это будет?
btn-seminar-kind-webinar = Вебинар
btn-seminar-kind-seminar = Семинар
btn-seminar-kind-course = Курс
btn-seminar-kind-setting_up = Установочный семинар
btn-seminar-kind-practice = Практикум
seminar-ask-form = Как встретятся участники?
btn-seminar-form-online = Дистанционно
btn-seminar-form-on_site = Очно
btn-seminar-form-either = Можно и так, и так
seminar-ask-audience = Для кого?
btn-seminar-audience-teachers = Для учителей
btn-seminar-audience-teams = Для управленческой команды
seminar-ask-subject = По какому предмету?
btn-seminar-subject = { CAP($subject) }
btn-seminar-every-subject = Для всех предметов
seminar-ask-minutes = Сколько минут длится? Выберите или напишите число, кратное пяти, не больше { $most }.
btn-seminar-length = { $minutes }
btn-seminar-any-length = Пока не знаю
seminar-ask-about = О чём это, в нескольких предложениях? Это прочтут школы.
btn-seminar-no-about = Без описания
seminar-check-topic =
    { $again ->
        [yes] Тема каталога. Что изменить?
       *[no] Проверьте, всё ли верно. Предмет, длительность и описание можно добавить.
    }

    { $text }
btn-seminar-save-topic =
    { $again ->
        [yes] Сохранить
       *[no] Добавить в каталог
    }
btn-seminar-to-title = Название
btn-seminar-to-kind = Вид
btn-seminar-to-form = Форма
btn-seminar-to-whom = Для кого
btn-seminar-to-subject = Предмет
btn-seminar-to-minutes = Длительность
btn-seminar-to-about = Описание

seminar-preview =
    Так каталог прочтут школы:

    { $message }

    { $nobody ->
        [yes] Пока в боте нет никого, кому его отправить: ни директоров и завучей, ни учителей школ проекта.
       *[no] Получат: директора и завучи ({ $leads }), учителя школ проекта ({ $teachers }). Ночью и в выходные сообщение подождёт утра рабочего дня.
    }
    Объявить можно один раз.
btn-seminar-announce-now = Объявить
seminar-announced = Каталог объявлен. Школам уходят сообщения.
