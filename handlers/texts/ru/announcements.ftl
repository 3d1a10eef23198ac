# What readers of announcements see around the words of a coordinator.

announcement-signature =
    <i>{ $role ->
        [regional_coordinator] Региональный координатор
        [admin] Администратор
       *[municipal_coordinator] Координатор
    }{ $placed ->
        [yes] , { $where }
       *[no] {""}
    }</i>
announcement-reminder = <b>Напоминание</b>
announcement-corrected = <i>исправлено { $clock }</i>
announcement-acknowledged = Отмечено: вы ознакомлены. Спасибо!
announcement-known = Вы уже отметили это { $when }.
btn-announcement-ack = Ознакомлен(а)
btn-announcement-book = Записаться
btn-announcement-document = Прислать документ
notice-announcement-stopped =
    Объявление остановлено: { $away ->
        [yes] тот, кто его назначил, в отпуске ({ $where }).
       *[no] у того, кто его отправил, больше нет роли координатора ({ $where }).
    }
    «{ $words }»
    Кому оно ещё не пришло, тот его не получит. Если оно нужно, отправьте его сами.
