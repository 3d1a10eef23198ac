# Requests of schools for the permanent seminar: a lead sends or supports, who runs the seminar merges and decides.

btn-menu-seminar-requests = Запросы школы
btn-menu-seminar-watch = Кто просит семинары
btn-menu-seminar-board = Запросы на семинары

# Words of a request
sreq-audience =
    { $audience ->
        [teams] управленческой команде
       *[teachers] учителям
    }
sreq-form =
    { $form ->
        [online] дистанционно
        [on_site] очно
       *[either] форма любая
    }
sreq-month = { DATE($day, format: "LLLL y") }
sreq-any-month = в любой месяц
sreq-schools =
    { $count ->
        [one] { $count } школа
        [few] { $count } школы
       *[many] { $count } школ
    }
sreq-people =
    { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }
sreq-why-wishes = просили учителя
sreq-why-other = другое
sreq-day = { DATE($day, format: "d MMMM") }
sreq-state =
    { $state ->
        [open] рассматривается
        [planned] в программе
        [set_aside] в программу этого полугодия не вошёл
        [withdrawn] отозван
        [carried] перенесён на следующее полугодие
       *[merged] объединён с другим
    }
sreq-support-state =
    { $state ->
        [live] поддерживаем
        [withdrawn] отозвали
        [carried] перенесли
       *[let_go] не переносим
    }
sreq-aside =
    { $reason ->
        [no_host] пока нет ведущего
        [too_few] желающих пока мало
        [other_form] подойдёт другая форма помощи
       *[done_elsewhere] эту тему уже ведут в другом месте
    }
sreq-aside-gone = причина не сохранилась

# A request in words
sreq-head =
    <b>Запрос на семинар</b>
    { $topic }
    Кому: { $audience }, { $form }, { $month }.
sreq-demand = Поддержали: { $schools }, { $people }.
sreq-demand-project = Поддержали: { $schools }, из них школ проекта: { $project }. Придут: { $people }.
sreq-route =
    { $route ->
        [plan] { $by ->
            [date] Пойдёт по плану полугодия: пришёл, пока шёл сбор.
            [carried] Пойдёт по плану полугодия: перенесён из прошлого.
           *[hand] Пойдёт по плану полугодия: так решил институт.
        }
       *[extra] { $by ->
            [date] Пойдёт сверх плана, в течение года (внебюджет): пришёл после сбора.
            [carried] Пойдёт сверх плана, в течение года (внебюджет): перенесён после сбора.
           *[hand] Пойдёт сверх плана, в течение года (внебюджет): так решил институт.
        }
    }
sreq-set-aside = В программу этого полугодия не вошёл: { $reason }.
sreq-state-line = Сейчас: { $state }.
sreq-own = { $school }: { $people }.
sreq-own-why = { $school }: { $people }, { $why }.
sreq-own-larger = { $school }: { $people } (вы указали: { $own }).
sreq-own-topic = Ваш запрос назывался «{ $topic }», его объединили с этим.
sreq-asked = Полугодие закончилось. { $school }: перенести эту тему на следующее?
sreq-steps = Ход: { $steps }
sreq-step =
    { $step ->
        [sent] отправлен { $day }
        [joined] вы поддержали { $day }
        [merged] объединён { $day }
        [routed] выбран маршрут { $day }
        [set_aside] не вошёл в программу { $day }
        [reopened] снова рассматривается с { $day }
        [planned] в программе с { $day }
        [withdrawn] отозван { $day }
       *[carried] перенесён { $day }
    }

btn-sreq-list = Запросы школы

# The school's list
sreq-none-yet =
    <b>Запросы школы</b>
    Запросов пока нет. Их собирают, когда институт объявит темы полугодия: я напишу, и здесь появится кнопка «Новый запрос».
sreq-empty-collecting =
    <b>Запросы школы, { $half }</b>
    Запросов пока нет. Их собирают до { $until }. Нажмите «Новый запрос» и напишите, чего не хватает учителям.
sreq-empty-drafting =
    <b>Запросы школы, { $half }</b>
    Запросов пока нет. Сбор прошёл { $until }, но тему можно предложить и сейчас: она пойдёт сверх плана, в течение года.
sreq-empty-read =
    <b>Запросы школы, { $half }</b>
    Запросов пока нет. Их отправляет директор или завуч школы.
sreq-empty-over =
    <b>Запросы школы, { $half }</b>
    Полугодие закончилось, запросов от школы в нём не было.
sreq-all =
    <b>Запросы школы, { $half }</b>
    { $until }
    { $lines }
sreq-until-collecting = Сбор до { $until }.
sreq-until-drafting = Сбор прошёл { $until }. Новая тема пойдёт сверх плана, в течение года.
sreq-until-over = Полугодие закончилось.
sreq-row = { $number }. { $topic }: { $state }. Поддержали: { $schools }
sreq-row-own = { $number }. { $topic }: { $state }
sreq-row-asked = { $number }. { $topic }: перенести на следующее полугодие?
sreq-row-school = { $school }
btn-sreq-row = { $number }. { $topic }
btn-sreq-new = Новый запрос
btn-sreq-halves = Другое полугодие
sreq-halves = Какое полугодие открыть?

# A new request
sreq-ask-school = От какой школы запрос?
btn-sreq-school = { $name }
sreq-ask-topic =
    { $some ->
        [yes] Какая тема нужна учителям? Выберите или напишите своей одной строкой.
       *[no] Какая тема нужна учителям? Напишите одной строкой.
    }
    Имён и оценок детей, пожалуйста, не пишите.
btn-sreq-wish = Учителя ({ $count }): { $topic }
btn-sreq-catalogue = { $topic }
sreq-similar =
    Похожие запросы уже есть. Поддержать один из них? Так тему собирают больше школ.
    { $lines }
sreq-similar-row = { $number }. { $topic }: { $schools }
sreq-similar-row-mine = { $number }. { $topic }: { $schools }, ваша среди них
btn-sreq-own-topic = Моя тема другая
sreq-ask-audience = Тема: { $topic }
    Для кого?
btn-sreq-audience-teachers = Для учителей
btn-sreq-audience-teams = Для управленческой команды
sreq-ask-form = Как удобнее?
btn-sreq-form-online = Дистанционно
btn-sreq-form-on_site = Очно
btn-sreq-form-either = Всё равно
sreq-ask-people = Сколько человек придёт? Выберите или напишите числом, не больше { $most }.
btn-sreq-number = { $value }
sreq-ask-month = В каком месяце удобно?
btn-sreq-month = { CAP(DATE($day, format: "LLLL y")) }
btn-sreq-any-month = Всё равно
sreq-ask-why = Почему эта тема? Так институту понятнее, что сделать. Фактор профиля увидят только те, кому открыт профиль школы.
btn-sreq-why = { $why }
btn-sreq-why-wishes = Просили учителя
btn-sreq-why-other = Другое
btn-skip-why = Пропустить
sreq-check =
    Проверьте, всё ли верно.
    { $school }
    Тема: { $topic }
    Кому: { $audience }, { $form }, { $month }. Придут: { $people }.
    { $route ->
        [plan] Запрос пойдёт в план полугодия.
       *[extra] Сбор уже прошёл: запрос пойдёт сверх плана, в течение года (внебюджет).
    }
sreq-check-why = Почему: { $why }.
sreq-check-wishes =
    { $count ->
        [one] Запрос учтёт { $count } пожелание учителей.
        [few] Запрос учтёт { $count } пожелания учителей.
       *[many] Запрос учтёт { $count } пожеланий учителей.
    }
btn-sreq-send = Отправить запрос
btn-sreq-change-topic = Тема
btn-sreq-change-audience = Для кого
btn-sreq-change-form = Форма
btn-sreq-change-people = Сколько человек
btn-sreq-change-month = Когда
btn-sreq-change-why = Почему
sreq-sent = Запрос отправлен. О каждом изменении я напишу.

# One request: what a school does
btn-sreq-support = Поддержать
btn-sreq-people = Изменить число
btn-sreq-withdraw = Отозвать
btn-sreq-schools = Школы
sreq-which-support = Какая школа?
sreq-support-school = Какая школа поддерживает эту тему?
sreq-supported = Готово, школа поддержала эту тему. О каждом изменении я напишу.
sreq-people-changed = Число изменено.
sreq-withdraw =
    Отозвать запрос школы?
    { $topic }
    { $last ->
        [yes] Других школ у этой темы нет: запрос закроется.
       *[no] Другие школы останутся.
    }
btn-sreq-withdraw-yes = Да, отозвать
sreq-withdrawn = Школа эту тему больше не просит.
sreq-behind =
    <b>Школы, которые просят эту тему</b>
    { $lines }
sreq-behind-row = { $number }. { $school }: { $people }
sreq-behind-row-why = { $number }. { $school }: { $people }, { $why }

# The border of a half-year
sreq-border =
    <b>Полугодие закончилось</b>
    { $unheld ->
        [yes] Мероприятие по теме «{ $topic }» не состоялось.
       *[no] Тема «{ $topic }» в программу не вошла.
    } Перенести запрос школы ({ $school }) на следующее полугодие?
sreq-border-for = Директора или завуча этой школы в боте сейчас нет, поэтому за неё отвечаете вы.
sreq-border-over = Эта школа уже ответила, или вопрос больше не ждёт ответа.
btn-sreq-carry = Перенести
btn-sreq-let-go = Не нужно
sreq-carried = Запрос перенесён на следующее полугодие.
sreq-let-go = Хорошо, тему не переносим.

btn-sreq-nobody = Некому ответить ({ $nobody })
sreq-nobody =
    <b>Некому ответить, { $half }</b>
    Полугодие закончилось, а директора или завуча этих школ в боте сейчас нет. Ответьте за школу, переносить ли тему, или пригласите её директора: тогда бот спросит его сам.
    { $lines }
sreq-nobody-row = { $number }. { $school }: { $topic }
btn-sreq-nobody-row = { $number }. { $topic }
sreq-nobody-none =
    <b>Некому ответить, { $half }</b>
    { $count ->
        [0] { $ahead ->
            [yes] Все школы ответили. Закрыть полугодие можно будет, когда пройдут мероприятия:
           *[no] Все школы ответили. Полугодие можно закрыть.
        }
       *[other] Таких школ больше нет. Ещё не ответили: { $schools }, их спросил бот.
    }

# Who runs the seminar
sreq-board-none-yet =
    <b>Запросы на семинары</b>
    Полугодий пока нет. Задайте сроки полугодия и объявите темы: после этого школы начнут присылать запросы.
sreq-board-empty =
    <b>Запросы на семинары, { $half }</b>
    Запросов пока нет. Они появятся здесь, когда школы ответят на объявленные темы.
sreq-board =
    <b>Запросы на семинары, { $half }</b>
    Запросов: { $requests }, просят: { $schools }. Сверх плана: { $extra }.
    Сначала темы, которые просят больше школ и людей.
    { $lines }
sreq-board-row = { $number }. { $topic }: { $schools }, { $people }. { CAP($state) }
btn-sreq-board-row = { $number }. { $schools }: { $topic }
btn-sreq-excel = Excel
btn-sreq-close = Закрыть полугодие
sreq-close = Закрыть полугодие «{ $half }»? После этого в нём уже ничего не меняют. Что сделано, останется.
sreq-close-ahead =
    <b>Закрыть полугодие «{ $half }» пока нельзя</b>
    Впереди мероприятия по темам, о которых просили школы. Если мероприятие отменят, школы спросят, переносить ли тему, поэтому закройте полугодие, когда они пройдут.
sreq-close-ahead-row = «{ $topic }»: { $when }
sreq-close-ahead-more =
    { $count ->
        [one] И ещё { $count } тема.
        [few] И ещё { $count } темы.
       *[many] И ещё { $count } тем.
    }
btn-sreq-close-yes = Да, закрыть
sreq-closed = Полугодие закрыто.
btn-sreq-merge = Объединить с другим
btn-sreq-to-plan = Взять в план
btn-sreq-to-extra = Сделать сверх плана
btn-sreq-aside = Не войдёт в программу
btn-sreq-reopen = Вернуть к рассмотрению
btn-sreq-split = Отделить обратно
sreq-routed = Маршрут выбран. Школам придёт сообщение, если для них что-то изменилось.
sreq-ask-aside = Почему тема не войдёт в программу этого полугодия? Причину прочитают школы, которые её просили. Выберите или напишите одной строкой.
btn-sreq-aside-no_host = Нет ведущего
btn-sreq-aside-too_few = Желающих мало
btn-sreq-aside-other_form = Нужна другая форма
btn-sreq-aside-done_elsewhere = Уже ведут в другом месте
sreq-aside-kept = Вы написали: { $reason }
btn-sreq-same-reason = Отправить эту причину
sreq-aside-done = Готово. Школам придёт сообщение с причиной.
sreq-reopened = Тема снова рассматривается. Школам придёт сообщение.
sreq-merge-pick =
    С каким запросом объединить «{ $topic }»?
    { $found ->
        [yes] Выберите или напишите слова из темы, которую ищете.
       *[no] Похожих не нашлось. Напишите слова из темы, которую ищете.
    }
    { $lines }
sreq-merge-check =
    Объединить «{ $one }» ({ $mine }) с «{ $other }» ({ $theirs })?
    Останется тема «{ $other }», у неё будет { $both }. Тем, кто просил «{ $one }», придёт сообщение.
btn-sreq-merge-yes = Объединить
btn-sreq-merge-turn = Оставить другую тему
sreq-merged = Запросы объединены. Семь дней их можно разделить обратно.
sreq-split-pick = Какую тему отделить? Её школы вернутся к ней, как были.
btn-sreq-split-row = { $topic }
sreq-split-done = Тема снова отдельно, со своими школами.

# Coordinators and observers
sreq-watch-none-yet =
    <b>Кто просит семинары</b>
    Запросов пока нет: темы полугодия ещё не объявлены. Когда институт их объявит, здесь будут школы, которые просят семинары.
sreq-watch-none =
    <b>Кто просит семинары, { $half }</b>
    Ни одна школа пока ничего не попросила (школ всего: { $total }). Напомните школам: «Запросы школы», «Новый запрос».
sreq-watch =
    <b>Кто просит семинары, { $half }</b>
    Школ, которые просят: { $asking } из { $total }. По номеру школы:
    { $lines }
sreq-watch-row =
    { $number }. { $school }: { $count ->
        [one] { $count } тема
        [few] { $count } темы
       *[many] { $count } тем
    }
sreq-watch-answered =
    { $answer ->
        [carried] школа перенесла на следующее полугодие
       *[let_go] школа решила не переносить
    }
btn-sreq-watch-row = { $number }. { $school }
sreq-watch-school =
    <b>{ $school } просит</b>
    { $lines }

# Tables
btn-sreq-answer = К мероприятию: { $title }
sreq-file = Запросы на семинары, { $half }
sreq-sheet = Запросы
sreq-column-number = №
sreq-column-topic = Тема
sreq-column-audience = Кому
sreq-column-form = Форма
sreq-column-schools = Школ
sreq-column-project = Из них школ проекта
sreq-column-people = Человек
sreq-column-month = Когда удобно
sreq-column-route = Маршрут
sreq-column-state = Состояние
sreq-column-names = Школы
sreq-route-name =
    { $route ->
        [plan] план
       *[extra] внебюджет
    }

# Notices
notice-sreq-merged = Ваш запрос «{ $first }» объединён с похожим: «{ $topic }». Поддержали: { $schools }, ваша ({ $school }) среди них.
notice-sreq-set-aside = Запрос «{ $topic }» ({ $school }) в программу этого полугодия не вошёл: { $reason }.
notice-sreq-reopened = Запрос «{ $topic }» ({ $school }) снова рассматривается.
notice-sreq-planned = Запрос «{ $topic }» ({ $school }) в программе.
notice-sreq-route =
    { $route ->
        [plan] Запрос «{ $topic }» ({ $school }) пойдёт по плану полугодия.
       *[extra] Запрос «{ $topic }» ({ $school }) пойдёт сверх плана, в течение года (внебюджет).
    }
notice-sreq-split = Запрос «{ $topic }» ({ $school }) снова отдельно от других.
notice-sreq-past = Запрос «{ $topic }» ({ $school }): полугодие закончилось.
notice-sreq-border =
    { $unheld ->
        [yes] Полугодие закончилось. Мероприятие по теме «{ $topic }» ({ $school }) не состоялось.
       *[no] Полугодие закончилось. Тема «{ $topic }» ({ $school }) в программу не вошла.
    } Перенести запрос на следующее полугодие?
notice-sreq-border-answered = Тема «{ $topic }» ({ $school }): на вопрос о переносе школа ответила.
btn-notice-sreq = Открыть запрос
digest-sreq-came =
    { $count ->
        [one] Новый запрос на семинар: { $count }
        [few] Новых запросов на семинары: { $count }
       *[many] Новых запросов на семинары: { $count }
    }
btn-digest-sreq-came = Запросы на семинары
digest-sreq-withdrew =
    Школа больше не просит тему «{ $topic }», по ней есть мероприятие. { $left ->
        [0] Больше никто её не просит
       *[other] Ещё просят: { $schools }
    }
btn-digest-sreq-withdrew = { $topic }
digest-sreq-border = Перенести тему «{ $topic }» ({ $school }) на следующее полугодие?
btn-digest-sreq-border = { $topic }
