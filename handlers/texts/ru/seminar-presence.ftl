# Who came to lessons of the permanent seminar; hours, certificates, materials.

notice-scert-changed = Отметки о занятиях «{ $title }» исправлены, поэтому сертификат № { $number } больше не действует. Если часы у вас остались, новый сертификат можно получить в «Семинары», «Сертификаты».
