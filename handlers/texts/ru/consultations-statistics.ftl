# Numbers of consultations: each with what it is counted of, and for when.

btn-menu-counts = Статистика консультаций
btn-menu-hours = Мои часы и отзывы
statistics-period =
    { $kind ->
        [month] { DATE($day, format: "LLLL y") }
        [half] { $half ->
            [first] 1-е полугодие { $year }
           *[second] 2-е полугодие { $year }
        }
       *[year] { $year } учебный год
    }
statistics-own = Мои консультации
statistics-places = Чьи консультации посмотрим?
btn-statistics-place = { $name }
statistics-head =
    <b>{ $place }</b>
    Консультации, { $period }
statistics-title = Консультации, { $place }, { $period }
statistics-whole = { $whole }
statistics-held = Встреч состоялось: { $share }
statistics-not-held = Не состоялось: { $share }
statistics-reason =
    { $reason ->
        [people] · никто не смог прийти: { $count }
        [connection] · не было связи: { $count }
       *[host] · ведущий не смог провести: { $count }
    }
statistics-meetings-unmarked = Ведущий ещё не отметил: { $share }
statistics-fate =
    { $fate ->
        [came] Мест, на которые пришли: { $share }
        [absent] Не смогли прийти: { $share }
        [late] Отменили меньше чем за 12 часов: { $share }
        [not_held] Встреча не состоялась: { $share }
       *[unmarked] Не отмечено: { $share }
    }
statistics-fate-name =
    { $fate ->
        [came] Пришли
        [absent] Не смогли прийти
        [late] Отменили поздно
        [not_held] Не состоялось
       *[unmarked] Не отмечено
    }
# Over a narrow column of the picture: no word is longer than eight letters
statistics-fate-short =
    { $fate ->
        [came] Пришли
        [absent] Не смогли прийти
        [late] Отмена поздно
        [not_held] Встречи не было
       *[unmarked] Без отметки
    }
statistics-fate-letter =
    { $fate ->
        [came] П
        [absent] С
        [late] О
        [not_held] Н
       *[unmarked] ?
    }
statistics-reason-name =
    { $reason ->
        [people] Никто не смог прийти
        [connection] Не было связи
       *[host] Ведущий не смог провести
    }
statistics-waiting = Ждут места сейчас: { $count }
statistics-no-data = нет данных
statistics-share = { $count } из { $of } ({ $share } %)
statistics-percent = { $share } %
statistics-subjects =
    <b>По предметам</b>
    { $rows }
statistics-towns =
    <b>По районам и улусам</b>
    { $rows }
    Район считается по школе того, кто записан. Одна встреча может быть в нескольких строках.
statistics-topics =
    <b>О чём спрашивали</b>
    { $rows }
statistics-topic = { CAP($subject) }: { $topic } · { $count }
statistics-topics-other = Прочие темы: { $count }
statistics-topic-other = прочие темы
statistics-row =
    { CAP($name) }: встреч { $meetings }; пришло: { $came }{ $waiting ->
        [0] {""}
       *[other] ; ждут места { $waiting }
    }
statistics-elsewhere = другой регион
statistics-differ = { $statements }
statistics-statements = Ведущий и участники сказали по-разному: { $share } встреч, о которых сказали оба.
statistics-at = Посчитано { $at }.
statistics-empty =
    За это время прошедших встреч нет.
    Выберите другой месяц или полугодие кнопками ниже.
statistics-how =
    <b>Как считается</b>
    Берутся встречи, которые начались и закончились в выбранном периоде, по календарю самой встречи. Отменённые заранее не считаются.
    Состоялось: встречи, которые ведущий отметил как состоявшиеся, из всех, на которые кто-то был записан.
    Места: каждое записанное место попадает ровно в одну строку. Пришли, не смогли прийти, отменили меньше чем за 12 часов, встреча не состоялась, ведущий не отметил; вместе это все места, от них и доля.
    Регион: консультации, открытые в регионе. Район или улус: места, на которые записаны его люди.
    Темы: как их написали; разный регистр и знаки не важны. Выше ведущего видны темы с кнопок и те, что написали трое или больше.
    Нет данных: делить не на что.
btn-statistics-earlier = ‹ { $earlier }
btn-statistics-later = { $later } ›
btn-statistics-month = Месяц
btn-statistics-half = Полгода
btn-statistics-year = Год
btn-statistics-towns = По районам
btn-statistics-topics = Темы ({ $count })
btn-statistics-picture = Картинка
btn-statistics-file = Excel
btn-statistics-how = Как считается
btn-statistics-hosts = Часы ведущих
statistics-caption = { $title }
statistics-picture-line = Что стало с местами, на которые записывались
statistics-drawn = Посчитано { $at }
statistics-all = Все предметы
statistics-bar = { CAP($name) }, мест: { $seats }
statistics-cell = { $count } ({ $share } %)
statistics-host = ведущий { $number }
statistics-sheet-whole = Итого
statistics-sheet-subjects = Предметы
statistics-sheet-towns = Районы
statistics-sheet-topics = Темы
statistics-sheet-meetings = Встречи
statistics-sheet-how = Как считается
statistics-column-what = Показатель
statistics-column-count = Сколько
statistics-column-of = Из скольких
statistics-column-share = Доля
statistics-column-period = Период
statistics-column-subject = Предмет
statistics-column-town = Район или улус
statistics-column-topic = Тема
statistics-column-meetings = Встреч прошло
statistics-column-held = Встреч состоялось
statistics-column-not-held = Встреч не состоялось
statistics-column-meetings-unmarked = Встреч не отмечено
statistics-column-seats = Мест записано
statistics-column-waiting = Ждут места сейчас
statistics-column-differ = Ведущий и участники сказали по-разному
statistics-column-when = Когда
statistics-column-format = Формат
statistics-column-host = Ведущий
statistics-column-outcome = Что стало
statistics-column-kind = Вид помощи
statistics-column-minutes = Минут
statistics-column-people = Пришло человек
statistics-column-month = Месяц
statistics-column-school = Школа
statistics-column-confirmed = Подтверждено школой
statistics-column-times = Сколько раз
statistics-kind =
    { $kind ->
        [on_site] очно
        [phone] по телефону
        [visit] выезд в школу
        [question] ответ на вопрос
       *[online] онлайн
    }
statistics-outcome =
    { $outcome ->
        [held] состоялась
        [not_held] не состоялась
        [late] все отменили поздно
       *[unmarked] не отмечена
    }

hours-own = Мои часы
hours-unnamed = Часы ведущего
hours-everybody = все ведущие
hours-head =
    <b>{ $whose }</b>
    { CAP($period) }
hours-title = Часы, { $name }, { $period }
hours-lines = { $lines }
hours-all = Проведено: { $amount }
hours-kind =
    { $kind ->
        [on_site] Очно: { $amount }
        [phone] По телефону: { $amount }
        [visit] Выезды в школы: { $amount }
        [question] Ответы на вопросы: { $amount }
       *[online] Онлайн: { $amount }
    }
hours-amount = { $meetings }, { $minutes }, { $people }
hours-times =
    { $times ->
        [one] { $times } встреча
        [few] { $times } встречи
       *[many] { $times } встреч
    }
hours-minutes =
    { $minutes ->
        [one] { $minutes } минута
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }
hours-people =
    { $people ->
        [one] пришёл { $people } человек
        [few] пришли { $people } человека
       *[many] пришло { $people } человек
    }
hours-questions =
    { $times ->
        [one] { $times } вопрос
        [few] { $times } вопроса
       *[many] { $times } вопросов
    }
hours-months =
    <b>По месяцам</b>
    { $months }
hours-month = { CAP(DATE($month, format: "LLLL")) }: { $amount }
hours-month-name = { DATE($month, format: "LLLL y") }
hours-total = Всего встреч и выездов
hours-total-answers = Всего ответов на вопросы
hours-confirmed =
    { $confirmed ->
        [yes] да
       *[no] нет
    }
hours-none =
    За это время отмеченных встреч нет.
    Часы появятся, когда ведущий отметит, что встреча состоялась: «Моё расписание», «Отметить, как прошло».
hours-how =
    Считаются встречи, которые ведущий отметил как состоявшиеся.
    Минуты: длина встречи по расписанию. Люди: сколько пришло по его отметке.
    Месяц: день встречи по её собственному календарю.
    Координатор видит только встречи, открытые в его районе, улусе или регионе.
    Встреча, которую провёл заменяющий, идёт в его часы.
    Выезды: те, что состоялись по рассказу ведущего. Подтвердила ли школа, видно в Excel.
    Ответы на вопросы считаются отдельно: сколько раз, без минут; ко встречам они не прибавляются.
hours-sheet-sums = Часы
hours-sheet-meetings = Встречи
hours-sheet-visits = Выезды
btn-hours-answers = Отзывы
btn-hours-statistics = Статистика
btn-hours-host = { $name } · { $times }
hours-hosts =
    Часы ведущих, { $period }
    Число рядом с именем: сколько раз помогли.
hours-hosts-none =
    Часы ведущих, { $period }
    За это время отмеченных встреч нет. Выберите другой месяц или полугодие.

answers-head = <b>Отзывы участников</b>
answers-rows = { $rows }
answers-month =
    { CAP(DATE($month, format: "LLLL y")) }, { $subject }: { $average } из 5, { $count ->
        [one] { $count } ответ
        [few] { $count } ответа
       *[many] { $count } ответов
    }
answers-few = { CAP(DATE($month, format: "LLLL y")) }, { $subject }: пока мало ответов
answers-none = Ответов за закрытые месяцы пока нет.
answers-lines = <b>Участники пишут</b>
answers-line = — { $words }
answers-how =
    Среднее за месяц появляется, когда ответ уже никто не может изменить, и только если ответили хотя бы пять человек: так никого нельзя узнать.
    Встречи с { DATE($until, format: "d MMMM") } ещё собирают ответы.
