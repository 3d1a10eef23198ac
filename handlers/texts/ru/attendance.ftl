# Who came: the host's side once a meeting has begun. Nobody is blamed: a meeting was held, or it was not.

notice-how-was-it =
    Как прошло?
    { CAP($subject) }
    { CAP($when) }
    { $people ->
        [one] Был записан { $people } человек
        [few] Было записано { $people } человека
       *[many] Было записано { $people } человек
    }
notice-how-marked = Спасибо, встреча { $day } отмечена.
notice-how-over = Встреча { $day } прошла.
btn-notice-correct = Посмотреть или исправить

marking-card =
    { CAP($subject) }
    { CAP($when) }
    { $state ->
        [held] Состоялась, пришло: { $came } из { $booked }.
        [people] Не состоялась: никто не смог подключиться или прийти.
        [connection] Не состоялась: не было связи.
        [host] Не состоялась: ведущий не смог провести её.
       *[none] { $booked ->
            [one] Был записан { $booked } человек. Как прошло?
            [few] Было записано { $booked } человека. Как прошло?
           *[many] Было записано { $booked } человек. Как прошло?
        }
    }
marking-until = Отметить и исправить можно до: { $until }.
marking-over = Две недели прошли, исправить отметку уже нельзя.
btn-marking-all = Пришли все
btn-marking-some = Отметить
btn-marking-not-held = Не состоялась
marking-people =
    { CAP($subject) }
    { CAP($when) }
    Нажмите на тех, кто пришёл. Отмечено: { $came } из { $booked }.
btn-marking-person =
    { $came ->
        [yes] ✓ { $name }
       *[no] { $name }
    }
btn-marking-number = { $name }: { $came } из { $heads }
btn-marking-done = Готово
marking-number =
    { $name }: сколько пришло? Было записано: { $heads }.
    Напишите число.
marking-why =
    { CAP($subject) }
    { CAP($when) }
    Встреча не состоялась. Почему?
btn-marking-reason-people = Никто не смог прийти
btn-marking-reason-connection = Не было связи
btn-marking-reason-host = Я не смог(ла) провести

unmarked-some =
    <b>Как прошло?</b>
    Эти встречи ещё не отмечены. Отметка нужна для ваших часов.
unmarked-none =
    <b>Как прошло?</b>
    Все встречи отмечены. Новые появятся здесь, когда закончатся.
btn-unmarked-meeting = { CAP($day) } { $clock } · { $subject }
btn-schedule-unmarked = Отметить, как прошло ({ $count })
btn-schedule-how-was-it = Отметить, как прошло
