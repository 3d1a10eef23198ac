# «Мои приглашения»: links that let somebody in still.

reference-links =
    <b>Мои приглашения: { $total }</b>
    { $lines }
    Нажмите на приглашение, чтобы посмотреть его или отозвать.
reference-links-none =
    Открытых приглашений сейчас нет.
    Пригласить человека: «Люди», «Пригласить по ссылке». Учителей: карточка школы, «Пригласить учителей».
reference-link-role = { $role }, { $place }
reference-link-relink = новый телефон, { $name }
reference-link-line = { $number }. { $whom }: пришли { $used } из { $limit }, действует до: { $until }
btn-reference-link = { $number }. { CAP($whom) }
reference-link =
    <b>{ CAP($whom) }</b>
    Сделано: { $made }
    Действует до: { $until }
    По этой ссылке пришли: { $used } из { $limit }
btn-reference-revoke = Отозвать
reference-link-sure =
    Отозвать приглашение? { $whom }
    { $kind ->
        [school] Ссылка перестанет работать, где бы её ни переслали. { $some ->
            [yes] Заявки тех, кто уже пришёл по ней, останутся.
           *[no] По ней ещё никто не пришёл.
        }
        [relink] Ссылка перестанет работать. Прежний чат этого человека останется за ним.
       *[role] Ссылка перестанет работать. По ней ещё никто не пришёл.
    }
    Вернуть её будет нельзя, можно только сделать новую.
btn-reference-revoke-yes = Да, отозвать
reference-link-revoked = Готово. Приглашение отозвано, ссылка больше не работает: { $whom }.
