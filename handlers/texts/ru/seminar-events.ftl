# Events of the permanent seminar: the draft of a programme, and what is led.

notice-sev-off = Мероприятие «{ $title }», которое просила ваша школа ({ $school }), отменено. Запрос снова рассматривается.
