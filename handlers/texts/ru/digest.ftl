# The plan of a day: what waits for its reader, in one message.

digest-head = <b>План на сегодня, { DATE($day, format: "EEEE, d MMMM") }</b>
digest-waiting = Ждёт вашего решения
digest-soon = Скоро срок
digest-passed = Срок прошёл
digest-row = { $number }. { $text }
digest-more =
    { $count ->
        [one] и ещё { $count } дело, оно в меню: /menu
        [few] и ещё { $count } дела, они в меню: /menu
       *[many] и ещё { $count } дел, они в меню: /menu
    }
btn-digest-row = { $number }. { $what }
btn-digest-tomorrow = Напомнить завтра
remind-tomorrow =
    { $tomorrow ->
        [yes] Напомню завтра: { $when }.
       *[no] Напомню в рабочий день: { $when }.
    }
remind-nothing = Напоминать уже не о чем: всё решено.

digest-application = Заявка на регистрацию от { DATE($day, format: "d MMMM") }: { $name }, { $what }
