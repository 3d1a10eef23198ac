# Bringing a plan in: what a coordinator does in the chat, and the report, which the operator reads in a terminal too.

btn-import-roadmap = Дорожная карта
btn-menu-plan-bodies = Кто отвечает в планах

bring-file =
    Пришлите план файлом docx, xlsx или csv: так, как он утверждён. Я прочитаю его и покажу, что понятно, а что нужно уточнить.
    Записано будет только после вашего «Записать».
bring-expects-file = Здесь нужен файл docx, xlsx или csv: пришлите его через скрепку, как документ.
bring-reading = Читаю план…

bring-report =
    Вот что получится. Ничего ещё не записано.
    { $lines }
bring-report-attention =
    Что нужно от вас
    { $attention }
bring-head = { $title }
bring-line-file = Файл: { $name }
bring-line-years = Годы плана: { $years }
bring-line-years-none = Годы плана: не выбраны
bring-line-whom = Для кого: { $place }
bring-line-whom-none = Для кого: не выбрано
bring-line-programme = Программа: { $programme }
bring-line-schools =
    { $count ->
        [one] По шаблону для { $count } школы
        [few] По шаблону для { $count } школ
       *[many] По шаблону для { $count } школ
    }
bring-line-items =
    { $count ->
        [one] В плане { $count } пункт
        [few] В плане { $count } пункта
       *[many] В плане { $count } пунктов
    }
bring-line-units =
    { $count ->
        [one] Свою часть получит { $count } район или улус
        [few] Свою часть получат { $count } района или улуса
       *[many] Свою часть получат { $count } районов или улусов
    }
bring-line-owners =
    { $count ->
        [one] Свою часть получит { $count } школа
        [few] Свою часть получат { $count } школы
       *[many] Свою часть получат { $count } школ
    }
bring-line-questions =
    { $count ->
        [one] Срок непонятен у { $count } пункта: { $numbers }
        [few] Срок непонятен у { $count } пунктов: { $numbers }
       *[many] Срок непонятен у { $count } пунктов: { $numbers }
    }
bring-line-dateless =
    { $count ->
        [one] Без срока: { $count } пункт
        [few] Без срока: { $count } пункта
       *[many] Без срока: { $count } пунктов
    }
bring-line-doubts = Сверьте с документом пункты: { $numbers }
bring-line-unknown = Не понято, кто это: { $names }. Пока останется как в плане.
bring-line-nobody = Таких у вас пока нет, их часть никто не получит: { $names }
bring-line-columns = Столбцы не поняты и не читаются: { $columns }
bring-line-past = Все сроки этого плана уже прошли. Его можно перенести на другой год.
bring-line-twin = Такой план уже есть: то же название, те же годы. Если записать, их станет два.
bring-name-count = { $name } ({ $count })
bring-programme =
    { $programme ->
        [roadmap] дорожная карта
        [p500] проект «500+»
       *[step] «Шаг к продуктивности»
    }

bring-years =
    { $kind ->
        [school] { $first }/{ $last } учебный год
        [schools] с { $first } по { $last } год, по учебным годам
        [calendar] { $first } год
       *[calendars] { $first }–{ $last } годы
    }
bring-years-unnamed = { $years }; где год не назван, это { $unnamed }
bring-years-ask =
    На какие годы этот план? От этого зависят сроки, в которых год не назван.
    Выберите или напишите, например: 2026/27 или 2026-2027.
bring-years-unclear = Не удалось понять годы «{ $typed }». Напишите, например: 2026/27 или 2026.
bring-years-several = Это можно понять по-разному. Выберите одно из названного ниже.
btn-bring-years-choice =
    { $kind ->
        [school] { $first }/{ $last } учебный год
        [schools] { $first }–{ $last }, по учебным
        [calendar] { $first } год
        [unnamed] { $first }–{ $last }, без года: { $unnamed }
       *[calendars] { $first }–{ $last } годы
    }
bring-move-ask =
    На какой год перенести план? Слова сроков останутся, дни сдвинутся на целые годы.
    Сейчас: { $years }
btn-bring-move-to = { $years }
btn-bring-move-none = Оставить как в файле

bring-window =
    { $kind ->
        [day] { DATE($first, format: "d MMMM y") }
        [month] { DATE($first, format: "LLLL y") }
        [span] { DATE($first, format: "LLLL") } – { DATE($last, format: "LLLL y") }
        [months] { DATE($first, format: "d MMMM") } – { DATE($last, format: "d MMMM y") }
       *[years] { DATE($first, format: "d MMMM y") } – { DATE($last, format: "d MMMM y") }
    }
bring-no-window = без срока
bring-recurs =
    { $how ->
        [monthly] каждый месяц
        [quarterly] каждый квартал
        [weekly] каждую неделю
       *[subject-day] в день предмета
    }
bring-period-recurs = { $windows }, { $recurs }
bring-period-asked = срок непонятен: «{ $verbatim }»

bring-question =
    Вопрос { $at } из { $count }. Пункт { $number }: { $title }
    В плане написано: «{ $verbatim }». { $reason }
    Выберите или напишите срок своими словами, например: до 15 мая 2027.
bring-question-shown = { $question }
bring-question-rows = { $rows }
bring-question-typed = Вы написали: «{ $typed }».
bring-question-reason =
    { $reason ->
        [no-plan] Непонятно, какого года.
        [two-readings] Это можно понять по-разному.
        [outside-plan] В годы плана это не попадает.
        [impossible-day] Такого дня не бывает.
        [backwards] Конец раньше начала.
        [open-end] Непонятно, до какого дня.
       *[unknown] Такой срок я не понимаю.
    }
bring-question-unclear = Срок «{ $typed }» понять не удалось. { $reason }
bring-questions-done = Все сроки ясны.
bring-questions-later = Остальные вопросы пропущены. К ним можно вернуться.
btn-bring-reading = { $number }. { $period }
bring-reading-row = { $number }. { $period }
btn-bring-no-date = Без срока
btn-bring-skip = Пропустить
btn-bring-first-again = К пропущенным
btn-bring-answers-again = Ответить заново

bring-unknown =
    Не понято, кто это. Выберите, и я спрошу, кого план имеет в виду.
    { $lines }
bring-unknown-row = { $number }. { $row }
bring-unknown-done = Все исполнители понятны.
btn-bring-unknown = { $number }. { $name }
bring-body =
    { $count ->
        [one] «{ $name }», { $count } пункт. Кто это?
        [few] «{ $name }», { $count } пункта. Кто это?
       *[many] «{ $name }», { $count } пунктов. Кто это?
    }
    Выберите из известных или напишите название.
btn-bring-body = { $name }
btn-bring-body-own = Отдельный исполнитель
btn-bring-body-none = Без исполнителя

bring-whom =
    Для кого этот план? Сейчас: { $place }
    «МОУО» в плане значит каждый улус или район, «школы» значит каждую школу.
btn-bring-whom-own = { $place }
btn-bring-whom-region = Для региона
btn-bring-whom-unit = Для одного улуса или района
btn-bring-whom-schools = Для выбранных школ
btn-bring-whom-all = Не по шаблону
bring-whom-schools =
    { $count ->
        [0] Каким школам раздать план? Отметьте или напишите номер.
        [one] Отмечена { $count } школа. Пункты получит она.
        [few] Отмечено { $count } школы. Пункты получит каждая.
       *[many] Отмечено { $count } школ. Пункты получит каждая.
    }
bring-whom-schools-none = Школ здесь пока нет. Загрузите их таблицей.
btn-bring-school = { $chosen ->
        [yes] ✓ { $school }
       *[no] { $school }
    }
btn-bring-ready = Готово
btn-bring-show-all = Показать все

bring-title-ask =
    Как называется план? Сейчас:
    «{ $title }»
    Напишите другое название или вернитесь назад.
bring-programme-ask = К какой программе относится план?
btn-bring-programme =
    { $programme ->
        [roadmap] Дорожная карта
        [p500] Проект «500+»
       *[step] «Шаг к продуктивности»
    }

bring-lines = { $lines }
bring-items = Все пункты: { $count }
bring-item = <b>{ $number }.</b> { $title }: { $period }
bring-item-bodies = Кто: { $bodies }
bring-item-shared =
    { $parts ->
        [one] { $bodies }, { $parts } часть
        [few] { $bodies }, { $parts } части
       *[many] { $bodies }, { $parts } частей
    }
bring-item-nobody = не указано
bring-doubts = Сверьте с документом. Исправить можно в файле и прислать его ещё раз, или в самом плане, когда он записан.
bring-doubt-row = Пункт { $number } ({ $spot }): { $title }
bring-spot =
    { $sheet ->
        [None] строка { $row }
       *[other] таблица { $sheet }, строка { $row }
    }
bring-doubt =
    { $doubt ->
        [number-in-title] номер стоял в тексте
        [number-missing] номера нет, поставлен следующий
        [number-repeated] номер повторяется
        [number-skipped] перед ним пропущен номер
        [several-numbers] в строке несколько номеров
        [title-empty] нет текста
        [title-joined] текст собран из двух строк
        [title-cut] начало текста потеряно
        [title-lost-words] в тексте не хватает слов
        [two-measures] похоже на два мероприятия
        [cell-joined] ячейка собрана из двух
        [cell-cut] начало ячейки потеряно
        [two-results] два результата, один может быть от следующего пункта
        [result-above] нет результата, он может стоять выше
        [period-empty] срок не назван
        [period-extra-text] в сроке есть лишний текст
        [period-repeated] срок повторяется
        [starts-before-plan] начинается раньше плана
        [ends-after-plan] кончается позже плана
        [body-guessed] исполнитель угадан
        [body-missing] исполнитель не назван
       *[columns-guessed] столбцы этой таблицы угаданы
    }
bring-doubt-of = { $doubt }: «{ $value }»
bring-doubt-meant = { $doubt }: «{ $value }», это «{ $meant }»
bring-column =
    { $column ->
        [goal] цель
        [result] результат
        [period] срок
        [responsible] исполнители
       *[other] другой столбец
    }

btn-bring-years = Годы плана
btn-bring-move = Перенести на другой год
btn-bring-questions = Сроки ({ $count })
btn-bring-unknown-all = Кто это ({ $count })
btn-bring-doubts = Сверить ({ $count })
btn-bring-whom = Для кого
btn-bring-title = Название
btn-bring-programme-all = Программа
btn-bring-items = Все пункты ({ $count })
btn-bring-write-all = Записать план
btn-bring-drop = Не надо
bring-dropped = Хорошо, ничего не записано.

bring-confirm =
    Записать план?
    { $lines }
bring-confirm-not = Записать пока нельзя. { $what }
btn-bring-write = Записать
btn-bring-write-dateless =
    { $count ->
        [one] Записать, { $count } без срока
        [few] Записать, { $count } без срока
       *[many] Записать, { $count } без срока
    }
bring-confirm-dateless =
    { $count ->
        [one] Срок непонятен у { $count } пункта ({ $numbers }). Если записать сейчас, он останется без срока, и напоминаний не будет.
        [few] Срок непонятен у { $count } пунктов ({ $numbers }). Если записать сейчас, они останутся без срока, и напоминаний не будет.
       *[many] Срок непонятен у { $count } пунктов ({ $numbers }). Если записать сейчас, они останутся без срока, и напоминаний не будет.
    }
bring-written =
    План записан: «{ $title }».
    О сроках, которые впереди, напомню каждому в его плане на день. О прошедших ничего не пришлю.
bring-written-bodies = Скажите, кто отвечает за исполнителей региона: без этого их пункты никому не придут.
btn-bring-open = Открыть план
btn-bring-more = Загрузить ещё один
btn-bring-bodies = Кто отвечает

bring-bodies-region = В каком регионе?
bring-bodies =
    Исполнители в планах региона и сколько человек за каждого отвечает.
    { $lines }
bring-bodies-none = В планах региона пока нет исполнителей. Загрузите дорожную карту, и они появятся здесь.
bring-bodies-row =
    { $count ->
        [0] { $number }. { $name }: никто
        [one] { $number }. { $name }: { $count } человек
        [few] { $number }. { $name }: { $count } человека
       *[many] { $number }. { $name }: { $count } человек
    }
btn-bring-bodies-row = { $number }. { $name }
bring-bodies-one = «{ $name }». Кто отвечает:
bring-bodies-one-none = «{ $name }». Пока никто не отвечает, и пункты никому не приходят.
bring-bodies-person = { $number }. { $name }
btn-bring-bodies-drop = Убрать { $number }. { $name }
btn-bring-bodies-add = Добавить человека
bring-bodies-find =
    Кто отвечает за «{ $name }»? Выберите или напишите часть имени.
    { $lines }
bring-bodies-find-none = Таких людей в регионе нет. Пригласите человека, и он появится здесь.
bring-bodies-person-row = { $number }. { $name }: { $does }

bring-cli-question = Записать план? Напишите «да»
bring-cli-written = Записано пунктов: { $items }, частей для исполнителей: { $parts }
