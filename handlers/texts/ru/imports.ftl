# Tables: what a coordinator does in the chat, and the report, which the operator reads in a terminal too.

btn-menu-import = Загрузить таблицу

import-kinds =
    Какую таблицу загрузить?
    Сначала я покажу, что изменится. Записано будет только после вашего «Записать».
import-kinds-none = Таблицы загружают координаторы.
btn-import-kind =
    { $kind ->
        [municipalities] Муниципалитеты
        [schools] Школы
        [people] Люди: приглашения
        [results] Результаты процедур
        [clusters] Кластеры по годам
        [risk-profiles] Рисковые профили
        [competence] Темы по предметам
       *[other] Дни консультаций
    }
import-file =
    { $kind ->
        [municipalities] Пришлите файл xlsx или csv с муниципалитетами. Нужны столбцы: регион, название, часовой пояс. Можно добавить: центр, варианты названия.
        [schools] Пришлите файл xlsx или csv со школами. Нужны столбцы: муниципалитет, школа. Можно добавить: номер, код, село, статус, учебный год, источник.
        [results] Пришлите файл xlsx или csv с результатами. Нужны столбцы: школа, учебный год (например, 2025/26), процедура, участников, ниже минимума. Можно добавить: муниципалитет, источник, необъективно. Если процедуры не было, напишите «нет процедуры» вместо числа участников. Например: СОШ № 6; 2025/26; ОГЭ, математика; 31; 4.
        [clusters] Пришлите файл xlsx или csv с кластерами. Нужны столбцы: школа, учебный год (например, 2025/26), кластер (сильно, умеренно, базово, вне списка), документ. Можно добавить: муниципалитет. Например: СОШ № 6; 2025/26; базово; письмо от 01.09.2026.
        [risk-profiles] Пришлите файл xlsx или csv с рисковыми профилями: строка на фактор. Нужны столбцы: муниципалитет, школа, фактор, дата, источник. Можно добавить: значимость (высокая, средняя, низкая), регион. Например: Лабинский, СОШ № 6, Учебная мотивация, высокая, 12.09.2026, ФИС ОКО.
        [people] Пришлите файл xlsx или csv без имён. Нужны столбцы: роль, муниципалитет, школа. Можно добавить: предмет, регион. На каждую строку я сделаю приглашение по ссылке.
        [competence] Пришлите файл xlsx или csv с числами по предметам. Нужны столбцы: предмет, A, B, C, D. Можно добавить: муниципалитет, школа, учебный год, источник, педагогов, доли. Имён в таблице быть не должно. Доли и «Всего» я сверю с числами.
       *[other] Пришлите файл xlsx или csv с днями консультаций. Нужны столбцы: регион, предмет, день недели.
    }
    Фамилий и оценок детей в таблице быть не должно.
import-expects-file = Здесь нужен файл xlsx или csv: пришлите его через скрепку, как документ.
import-reading = Читаю таблицу…
import-file-name = Файл: { $name }
import-report =
    { $head }
    { $file }
    { $counts }
import-no-rows = Изменять нечего: всё это уже записано.
import-asks = Есть вопросы «переименована?». Строки без ответа записаны не будут.
import-problems =
    Эти строки записаны не будут. Исправьте их и пришлите файл ещё раз, остальное можно записать сейчас.
    { $lines }
import-changes =
    Что изменится
    { $lines }
import-notes =
    Заявленное в файле расходится с его же числами. Записаны будут числа, итоги и доли посчитаются по ним.
    { $lines }
import-note =
    { $share ->
        [yes] Строка { $number }, { $title }, столбец { $column }: заявлено { $declared } %, по числам { $computed } %
       *[no] Строка { $number }, { $title }, столбец { $column }: заявлено { $declared }, по числам { $computed }
    }
import-questions =
    Школа переименована? Если нет, это другая школа.
    { $lines }
import-question-row =
    { $answer ->
        [yes] Строка { $number }: { $before } → { $after }. Ответ: переименована
        [no] Строка { $number }: { $before } → { $after }. Ответ: другая
       *[none] Строка { $number }: { $before } → { $after }
    }
btn-import-renamed = { $number }: переименована
btn-import-other = { $number }: другая
btn-import-write = Записать
btn-import-drop = Не надо
btn-import-problems = С ошибкой ({ $count })
btn-import-changes = Что изменится ({ $count })
btn-import-notes = Расхождения ({ $count })
btn-import-questions = Вопросы ({ $count })
btn-import-again = Загрузить ещё
btn-import-invitations = Файл приглашений
import-dropped = Хорошо, ничего не записано.
import-invitations-file = Приглашения
import-invitations-caption =
    { $count ->
        [one] { $count } приглашение ждёт своего человека. Раздайте ссылки: каждая для одного.
        [few] { $count } приглашения ждут своих людей. Раздайте ссылки: каждая для одного.
       *[many] { $count } приглашений ждут своих людей. Раздайте ссылки: каждая для одного.
    }
import-invitations-none = Приглашений, которые ещё ждут, нет.
import-invitations-role = Роль
import-invitations-place = Где
import-invitations-subjects = Предметы
import-invitations-link = Ссылка
import-invitations-until = Действует до

import-head =
    { $kind ->
        [municipalities] Муниципалитеты: что изменит файл
        [schools] Школы: что изменит файл, списки на { $year }
        [people] Люди: какие приглашения появятся
        [results] Результаты процедур: что изменит файл
        [clusters] Кластеры: что изменит файл
        [risk-profiles] Рисковые профили: что изменит файл
        [competence] Темы по предметам: что изменит файл. Строки без года – за { $year }
       *[other] Дни консультаций: что изменит файл
    }
import-counts = Новых: { $new }, изменится: { $changed }, без изменений: { $same }, под вопросом: { $renamed }, с ошибкой: { $problem }
import-unknown-columns = Столбцы не поняты и не читаются: { $columns }
import-row =
    { $state ->
        [new] Строка { $number }: { $title } — новая строка
        [changed] Строка { $number }: { $title } — изменится
        [renamed] Строка { $number }: { $title } — переименовано?
        [problem] Строка { $number }: { $title } — не загрузится
       *[same] Строка { $number }: { $title } — без изменений
    }
import-change = { $field }: было «{ $before }», станет «{ $after }»
import-added = { $field }: добавится «{ $after }»
import-problem = столбец «{ $column }»: { $reason }
import-problem-value = столбец «{ $column }», «{ $value }»: { $reason }
import-column =
    { $column ->
        [region] регион
        [district_word] слово для районов
        [canonical_name] название
        [name] название
        [aliases] варианты названия
        [alias] вариант названия
        [iana_tz] часовой пояс
        [zone] часовой пояс
        [utc_offset] смещение от UTC
        [admin_center] центр
        [town] центр
        [municipality] муниципалитет
        [school] школа
        [number] номер
        [code] официальный номер
        [settlement] населённый пункт
        [statuses] статусы
        [status] статус
        [year] учебный год
        [source] источник
        [factor] фактор
        [significance] значимость
        [day] дата
        [state] состояние
        [successor] школа-преемник
        [base] базовая школа
        [subject] предмет
        [weekday] день недели
        [role] роль
        [procedure] процедура
        [participants] участников
        [below] ниже минимума
        [biased] признаки необъективности
        [cluster] кластер
        [teachers] педагогов
        [a] A
        [b] B
        [c] C
        [d] D
        [declared_a_percent] A
        [declared_b_percent] B
        [declared_c_percent] C
        [declared_d_percent] D
        [people] человек
        [counts] A B C D
       *[other] значение
    }
import-reason =
    { $reason ->
        [missing] пусто
        [too-long] слишком длинно
        [twice] то же самое уже есть в другой строке
        [unknown-region] такого региона нет
        [unknown-municipality] такого муниципалитета нет или подходят несколько
        [unknown-zone] такого часового пояса нет
        [offset-differs] смещение не сходится с часовым поясом
        [unknown-status] статус не понят
        [unknown-state] состояние не понято
        [unknown-successor] такой школы-преемника нет
        [unknown-subject] такого предмета нет
        [unknown-role] такой роли нет
        [unknown-school] такой школы в этом муниципалитете нет
        [wrong-level] роль работает на другом уровне
        [unknown-weekday] это не день недели
        [bad-number] это не номер
        [unknown-procedure] такой процедуры нет или подходят несколько
        [without-ege] у этой школы нет ЕГЭ
        [no-procedure] рядом сказано, что процедуры не было
        [not-a-count] здесь нужно целое число
        [out-of-range] участников может быть от 1 до 5000
        [above-participants] больше, чем участников
        [unknown-cluster] такого кластера нет
        [bad-count] нужно целое число
        [no-positions] ни одной позиции: строку можно убрать
        [own-school] это ваша школа: это решают не в ней
        [bad-year] это не учебный год
        [several-schools] подходят несколько школ
        [code-taken] такой официальный номер у другой школы
        [spelling-taken] так уже называется соседний муниципалитет
        [unknown-factor] такого фактора нет
        [unknown-significance] значимость не понята: высокая, средняя, низкая или пусто
        [bad-day] это не дата профиля
        [profile-not-whole] ошибка в другой строке этого профиля
        [out-of-scope] это не ваша территория
       *[other] не подходит
    }
import-status =
    { $status ->
        [shnor] школа проекта, { $year }
        [p500] участник 500+, { $year }
        [shssu] школа в трудных условиях, { $year }
        [zone] школа, где важна профилактика, { $year }
        [step] «Шаг к продуктивности», { $year }
        [base] базовая школа, { $year }
       *[strong] школа-партнёр, { $year }
    }
import-cluster =
    { $cluster ->
        [strong] сильно
        [medium] умеренно
        [base] базово
        [out] вне списка
       *[none] нет данных
    }
import-participants =
    { $number ->
        [hidden] меньше 5
        [none] нет процедуры
       *[other] { $count }
    }
import-weekday =
    { $day ->
        [d0] понедельник
        [d1] вторник
        [d2] среда
        [d3] четверг
        [d4] пятница
        [d5] суббота
       *[d6] воскресенье
    }
import-flag =
    { $value ->
        [yes] да
       *[no] нет
    }
import-state =
    { $state ->
        [active] действует
        [branch] филиал
        [merged] присоединена к другой
       *[closed] закрыта
    }
import-written = Записано строк: { $count }
import-nothing = Записывать нечего: ничего не изменилось.
import-question = Записать? Напишите «да»
import-cancelled = Ничего не записано.
import-rename-hint = Строки с вопросом «переименовано?» пропущены: на него отвечают в чате, загрузив тот же файл.
