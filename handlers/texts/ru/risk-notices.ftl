# What is told of risk profiles: rows of digests to who confirms, messages to who decided or sent.

digest-risk-waits =
    { $matter ->
        [decision] { $where }: решение школы о факторе «{ $factor }» ждёт вас с { DATE($day, format: "d MMMM") }
        [closing] { $where }: школа считает фактор «{ $factor }» преодолённым, ждёт вас с { DATE($day, format: "d MMMM") }
       *[programme] { $where }: программа по фактору «{ $factor }» ждёт вас с { DATE($day, format: "d MMMM") }
    }
notice-risk-confirmed =
    { $matter ->
        [decision] Решение школы о факторе «{ $factor }» подтверждено.
        [closing] Подтверждено: фактор «{ $factor }» преодолён.
       *[programme] Программа по фактору «{ $factor }» согласована.
    }
notice-risk-returned =
    { $matter ->
        [decision] Решение школы о факторе «{ $factor }» пока не подтверждено: { $reason }
        [closing] Что фактор «{ $factor }» преодолён, пока не подтверждено: { $reason }
       *[programme] Программа по фактору «{ $factor }» вернулась с замечаниями.
    }
notice-risk-remark = { $number }. { $text }
notice-risk-returned-next = Можно исправить и отправить снова.
