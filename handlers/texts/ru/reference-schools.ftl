# Schools, changed one at a time, and a new one.

btn-school-change = Изменить школу
reference-schools =
    <b>Школы: { $total }</b>
    Чтобы изменить школу, откройте её карточку в списке и нажмите «Изменить школу». Много школ сразу удобнее загрузить таблицей: «Загрузить таблицу» в меню «Ещё».
btn-reference-school-list = Список школ
btn-reference-school-add = Добавить школу
btn-reference-school-closed = Закрытые школы ({ $count })
reference-closed = Закрытые и присоединённые школы. Откройте школу, чтобы посмотреть её или открыть снова.
reference-closed-none = Закрытых школ больше нет.

reference-school-ask-name =
    Новая школа: { $unit }
    Как она называется? Например: СОШ № 6
reference-school-ask-place =
    { $name }
    В каком селе или городе?
reference-school-ask-code =
    { $name }
    Официальный номер школы?
reference-school-check =
    Добавляем школу: <b>{ $name }</b>
    { $unit }
    Село или город: { $place }
    Официальный номер: { $code }
    Убрать её потом нельзя, можно только закрыть.
reference-school-added = Готово. Новая школа: { $name }, { $unit }.
btn-reference-school-open = Открыть школу
btn-reference-no-place = Без села
btn-reference-no-code = Без номера

reference-school-name = <b>{ $name }</b>
reference-school-place = Село или город: { $place }
reference-school-code = Официальный номер: { $code }
reference-school-aliases = Другие названия: { $aliases }
btn-reference-other-names = Другие названия
btn-reference-place = Село или город
btn-reference-code = Официальный номер
btn-reference-lists = Списки по годам
btn-reference-close = Закрыть школу
btn-reference-merge = Присоединить к другой
btn-reference-reopen = Открыть снова
reference-school-new-name =
    Сейчас: { $name }
    Как школа называется теперь? По прежнему названию её тоже будут находить.
reference-school-new-place =
    { $name }
    В каком селе или городе школа?
reference-school-new-code =
    { $name }
    Официальный номер школы?
reference-school-renamed = Готово. Школа теперь называется так: { $name }. По названию «{ $before }» её тоже находят.
reference-school-place-set = Готово. Село или город: { $place }.
reference-school-code-set = Готово. Официальный номер: { $code }.
reference-school-close =
    Закрыть школу? { $name }
    Её не будет в списках и поиске. Люди, записи и всё прошлое останутся.
btn-reference-close-yes = Да, закрыть
reference-school-merge =
    Присоединить школу? { $name }
    К школе: { $successor }
    Её не будет в списках и поиске. Люди, записи и всё прошлое останутся там, где они есть.
btn-reference-merge-yes = Да, присоединить
reference-merge-itself = Школу нельзя присоединить к ней самой. Выберите другую.
reference-merge-nobody = Других школ здесь нет, присоединить не к чему.
reference-school-ended =
    { $merged ->
        [yes] Готово. Школа присоединена: { $name }.
       *[no] Готово. Школа закрыта: { $name }.
    } Открыть её снова можно здесь или потом: «Ещё», «Справочники», «Школы», «Закрытые школы».
reference-merge-which = К какой школе присоединить { $name }?
reference-school-reopened = Готово. Школа снова открыта: { $name }.

# Lists of a year
reference-lists =
    <b>{ $name }</b>
    Учебный год { $year }. Отмечены списки, в которых школа стоит. Нажмите на список, чтобы внести школу или убрать её.
btn-reference-listed = ✓ { $list }
reference-list-source =
    Вносим в список: { $name }
    { $year }: { $status ->
        [shnor] школы проекта
        [p500] участники 500+
        [shssu] школы в трудных условиях
        [zone] школы, где важна профилактика
        [step] «Шаг к продуктивности»
        [base] базовые школы
       *[strong] школы-партнёры
    }
    По какому документу? Например: приказ № 14 от 01.09.2026
btn-reference-no-source = Без документа
reference-list-drop =
    Убрать из списка? { $name }
    { $year }: { $status ->
        [shnor] школы проекта
        [p500] участники 500+
        [shssu] школы в трудных условиях
        [zone] школы, где важна профилактика
        [step] «Шаг к продуктивности»
        [base] базовые школы
       *[strong] школы-партнёры
    }
    Документ: { $source }
btn-reference-unlist-yes = Да, убрать из списка
reference-list-on =
    Готово. { $name } в списке { $year }: { $status ->
        [shnor] школы проекта
        [p500] участники 500+
        [shssu] школы в трудных условиях
        [zone] школы, где важна профилактика
        [step] «Шаг к продуктивности»
        [base] базовые школы
       *[strong] школы-партнёры
    }.
reference-list-off =
    Готово. { $name } больше не в списке { $year }: { $status ->
        [shnor] школы проекта
        [p500] участники 500+
        [shssu] школы в трудных условиях
        [zone] школы, где важна профилактика
        [step] «Шаг к продуктивности»
        [base] базовые школы
       *[strong] школы-партнёры
    }.
