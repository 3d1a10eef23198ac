# The permanent seminar: what schools are told.

notice-seminar-catalogue =
    <b>Семинары, { $half }</b>
    Институт предлагает темы:
    { $topics }

    Учителя могут предложить свою тему до { $wishes }, школы отправить запрос до { $requests }. По запросам составят программу.
seminar-more-topics =
    { $count ->
        [one] …и ещё { $count } тема
        [few] …и ещё { $count } темы
       *[many] …и ещё { $count } тем
    }
notice-seminar-dates-moved =
    <b>Семинары, { $half }</b>
    Запросы школ теперь собирают до { $until } (было: до { $was }). Пожелания учителей: до { $wishes }.
btn-notice-seminars = Открыть семинары

digest-seminar-closing = Семинары, { $half }: запросы школ собирают до { $until }. От вашей школы запроса пока нет.
digest-seminar-wishes =
    { $count ->
        [one] Учителя пожелали { $count } тему семинаров
        [few] Учителя пожелали { $count } темы семинаров
       *[many] Учителя пожелали { $count } тем семинаров
    }: { $place }
btn-digest-seminar-wishes = Пожелания учителей
