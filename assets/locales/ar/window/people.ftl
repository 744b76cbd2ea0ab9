# Arabic. A native reader should check this translation.

## People: members, by number and by name

people-title = الناس
people-lede = كل من ينتمي، بحاسوب محمول أو من دونه. لكل واحد رقم لا يُعطى لغيره أبدًا.
people-lede-town = أعضاء هذه البلدة بأرقامهم. تبقى الأسماء على حواسيب البلدة المحمولة ولا تُعرض على جيرانها.
people-ways = صفحات هذه الغرفة
member-all = كل الأعضاء
people-members = الأعضاء
people-empty = كل من ينتمي إلى المجلس على هذه القائمة، حتى من لا يلمس حاسوبًا أبدًا: يتكلم ويُحسب ويحمل التفويضات كغيره. قيّدهم واحدًا بعد واحد، أو خذ القائمة من جدول.
people-enter = تسجيل أشخاص
people-enter-do = تسجيل هذا الشخص
people-enter-seen = يرى الجيران أن رقمًا أُعطي، ولا يرون الاسم ولا شيئًا مما في البطاقة.
people-entered = { $name } هو العضو { $member }.
people-just-entered = { $count ->
        [one] قُيّد الآن
        [two] قُيّد الآن شخصان
        [few] قُيّد الآن { $count } أشخاص
        [many] قُيّد الآن { $count } شخصًا
       *[other] قُيّد الآن { $count } شخص
    }
people-import = إدراج من جدول
people-search = بحث
people-show = عرض
people-show-belong = كل من ينتمي
people-show-laptop = من لهم حواسيب محمولة
people-show-left = من غادروا
people-show-all = كل من كان هنا يومًا
people-count = { $count ->
        [one] في هذه القائمة شخص واحد
        [two] في هذه القائمة شخصان
        [few] في هذه القائمة { $count } أشخاص
        [many] في هذه القائمة { $count } شخصًا
       *[other] في هذه القائمة { $count } شخص
    }؛ وينتمي { $of ->
        [one] واحد
        [two] اثنان
       *[other] { $of }
    } في المجموع
people-none = لا أحد على الكشف بهذا الاسم. يشمل البحث الأسماء والأرقام والأسر ووسائل الاتصال.
people-number = الرقم
people-name = الاسم
people-phone = الهاتف
people-email = البريد الإلكتروني
people-household = الأسرة
people-note = ملاحظة
people-on-the-roll = ملاحظات
people-institution = مؤسسة
people-has-laptop = له حاسوب محمول
people-left = غادر في { $day }
people-twice = رقم أُعطي مرتين
people-witness = الشاهد
people-witness-hint = من يشهد بأن هذا الشخص سُجّل نيابة عنه، بالاسم أو الرقم. يجوز تركه فارغًا.
people-namesake = يوجد { $name } من قبل، الرقم { $member }.
people-namesake-of = يوجد { $name } من قبل، الرقم { $member }، أسرة { $household }.
people-namesake-left = كان هنا { $name }، الرقم { $member }، وغادر في { $day }.


## A spreadsheet

roster-how = في برنامج الجداول، احفظ القائمة بصيغة CSV. يسمّي سطرها الأول الأعمدة: الاسم، وإن شئت الأسرة والهاتف والبريد الإلكتروني وملاحظة. لا يُقيَّد أحد قبل أن ترى ما وُجد.
roster-file = القائمة
roster-workbook = هذا مصنّف كامل. افتحه في برنامج الجداول، واحفظ الورقة بصيغة CSV، واختر ذلك الملف.
roster-blank = لا شيء في هذا الملف.
roster-older = هذا الملف ليس بترميز UTF-8. قُرئ بترميز Windows-1252 كما تكتب البرامج القديمة: انظر هل الحروف الخاصة صحيحة.
roster-columns = أي عمود أُخذ لأي شيء
roster-two-columns = الاسم واسم العائلة معًا
roster-no-column = لا عمود
roster-line = السطر { $line }
roster-troubles = { $count ->
        [one] سطر واحد لا يمكن استعماله
        [two] سطران لا يمكن استعمالهما
        [few] { $count } أسطر لا يمكن استعمالها
        [many] { $count } سطرًا لا يمكن استعمالها
       *[other] { $count } سطر لا يمكن استعمالها
    }
roster-troubles-instead = لا يُقيَّد أحد ما دام سطر لا يمكن استعماله. أصلحه في الجدول أو أخرجه، واحفظ، واختر الملف من جديد.
roster-because-no-name = لا اسم فيه.
roster-because-not-a-name = ما كُتب مكان الاسم ليس اسمًا: طويل جدًا، أو فيه علامات لا تُرى.
roster-because-not-a-line = لا يمكن قراءته سطرًا من القائمة.
roster-new = { $count ->
        [one] شخص واحد جديد
        [two] شخصان جديدان
        [few] { $count } أشخاص جدد
        [many] { $count } شخصًا جديدًا
       *[other] { $count } شخص جديد
    }
roster-known = { $count ->
        [one] واحد على الكشف من قبل، ويُترك كما هو
        [two] اثنان على الكشف من قبل، ويُتركان كما هما
       *[other] { $count } على الكشف من قبل، ويُتركون كما هم
    }
roster-repeated = { $count ->
        [one] سطر واحد يكرّر غيره، ولا يُؤخذ
        [two] سطران يكرّران غيرهما، ولا يُؤخذان
        [few] { $count } أسطر تكرّر غيرها، ولا تُؤخذ
        [many] { $count } سطرًا تكرّر غيرها، ولا تُؤخذ
       *[other] { $count } سطر تكرّر غيرها، ولا تُؤخذ
    }
roster-nobody-new = لا جديد في هذه القائمة.
roster-do = { $count ->
        [0] تسجيل أشخاص
        [one] تسجيل شخص واحد
        [two] تسجيل شخصين
        [few] تسجيل { $count } أشخاص
        [many] تسجيل { $count } شخصًا
       *[other] تسجيل { $count } شخص
    }
roster-entered = { $count ->
        [one] قُيّد شخص واحد، الرقم { $first }.
        [two] قُيّد شخصان، الرقمان { $first } و{ $last }.
        [few] قُيّد { $count } أشخاص، الأرقام من { $first } إلى { $last }.
        [many] قُيّد { $count } شخصًا، الأرقام من { $first } إلى { $last }.
       *[other] قُيّد { $count } شخص، الأرقام من { $first } إلى { $last }.
    }


## One member

member-lede = العضو { $member }.
member-lede-institution = العضو { $member }، مؤسسة.
member-lede-left = غادر في { $day }.
member-unknown = الرقم { $member } لم يُعط لأحد بعد.
member-name-only = تقول البطاقة الاسم ولا شيء غيره.
member-no-card = بطاقة هذا العضو ليست هنا: شُطبت، أو لم تصل إلى هذا الحاسوب المحمول. يبقى الرقم ومعه كل ما عُمل تحته.
member-change = تغيير البطاقة
member-change-do = وضع البطاقة الجديدة مكانها
member-change-hint = تحل البطاقة الجديدة محل القديمة، وتُحذف القديمة على كل حاسوب محمول يبلغه الخبر.
member-change-seen = يرى الجيران أن بطاقة العضو { $member } تغيّرت، ولا يرون شيئًا مما فيها.
member-changed = البطاقة الجديدة قائمة، والقديمة مشطوبة.
member-spoken-for = { $facilitate ->
        [0] { $laptop ->
            [yes] لا يغيّر هذه البطاقة ولا يشطبها ولا يسجّل المغادرة إلا { $name } أو من ييسّر الجلسات. لا أحد ييسّرها الآن: افعل ذلك على حاسوب ذلك العضو المحمول، أو لتكلّف جلسة أحدًا بتيسير الجلسات.
           *[no] لا يغيّر هذه البطاقة ولا يشطبها ولا يسجّل مغادرة { $name } إلا من ييسّر الجلسات. لا أحد ييسّرها الآن: لتكلّف جلسة أحدًا بتيسير الجلسات.
        }
       *[other] { $laptop ->
            [yes] لا يغيّر هذه البطاقة ولا يشطبها ولا يسجّل المغادرة إلا { $name } أو من ييسّر الجلسات. افعل ذلك على حاسوب ذلك العضو المحمول، أو اطلبه من { $who }.
           *[no] لا يغيّر هذه البطاقة ولا يشطبها ولا يسجّل مغادرة { $name } إلا من ييسّر الجلسات. اطلب ذلك من { $who }.
        }
    }
member-laptops = الحواسيب المحمولة
member-no-laptop = لا حاسوب محمول. وهو ينتمي كغيره: يقيّد عنه آخرون بحضور شاهد.
member-mandates = التفويضات
member-term = من { $from } إلى { $until }
member-actions = ما طُلب منه
member-due = قبل نهاية { $due }
member-done = أُنجز
member-open = لم يُنجز بعد
member-overdue = فات موعده
member-asked-at = جلسة { $meeting }
member-history = ما يقوله الدفتر
member-ends = المغادرة، وشطب البطاقة
member-ends-hint = المغادرة تُنهي العضوية وتُبقي الاسم في ذاكرة المجلس. وشطب البطاقة يحذف الاسم ووسائل الاتصال ولا يُنهي شيئًا.
member-leave = تسجيل المغادرة
member-leave-do = تسجيل المغادرة
member-leave-day = في أي يوم
member-leave-hint = لا يُعطى الرقم { $member } لأحد غيره، ويبقى ما عمله في الدفتر. ومن عاد يُقيَّد من جديد برقم جديد.
member-leave-laptop = يبقى حاسوبه المحمول على الكشف حتى يُشطب منه، وذلك إجراء مستقل يوقّعه آخرون.
member-left = سُجّلت المغادرة.
member-strike = شطب البطاقة
member-strike-do = شطب البطاقة نهائيًا
member-strike-gone = يُحذف الاسم والهاتف والبريد الإلكتروني والأسرة والملاحظة هنا فورًا، وعلى كل حاسوب محمول آخر للمجلس حال بلوغه الخبر.
member-strike-stays = يبقى الرقم { $member } وكل ما عُمل تحته. وسيقرأ الناس «العضو { $member }» حيث كان الاسم.
member-strike-paper = الورق، والحواسيب المحمولة أو النسخ الاحتياطية التي لا يبلغها الخبر، تحتفظ بما عندها.
member-strike-for-good = لا يمكن التراجع عن ذلك. ويمكن كتابة بطاقة جديدة لاحقًا.
member-struck = شُطبت البطاقة.

happened-founded = أسّس المجلس، وهو أول أعضائه.
happened-entered = { $witness ->
        [none] قُيّد في الكشف.
       *[other] قُيّد في الكشف، وشهد { $witness }.
    }
happened-card = حلّت بطاقة جديدة محل أقدم منها.
happened-struck = شُطبت بطاقة.
happened-left = غادر في { $day }.
happened-laptop = قُبل حاسوب محمول له.
happened-paper = قُبلت بطاقة استرجاع ورقية له.
happened-removed = شُطب حاسوب محمول له من الكشف: { $reason }
happened-paper-removed = شُطبت بطاقة استرجاع ورقية له من الكشف: { $reason }

twice-title = الرقم { $member } أُعطي مرتين
twice-hint = قيّد حاسوبان محمولان أشخاصًا قبل أن يلتقيا، وأعطى كلاهما الرقم { $member }. يُقيَّد أحد الشخصين من جديد بالرقم التالي، ويحتفظ الآخر بهذا الرقم.
twice-one-hint = أعطى حاسوبان محمولان الرقم { $member } قبل أن يلتقيا، والاسم على البطاقتين واحد. قل هل هو شخص واحد قيّده كلاهما، أم شخصان لهما الاسم نفسه.
twice-missing = ليست كل بطاقات هذا الرقم هنا: شُطبت إحداها أو لم تصل.
twice-do = تسجيل { $name } من جديد
twice-done = صار لـ { $name } رقم خاص.
twice-two-title = هل هما شخصان؟
twice-one-title = أم هو شخص واحد؟
twice-one-stays = تبقى إحدى البطاقتين، هي نفسها على كل حاسوب محمول. وما قالته الأخرى وحدها يمكن كتابته عليها بعد ذلك.
twice-one-do = إبقاء بطاقة واحدة
twice-one-done = بطاقة واحدة قائمة، والأخرى مشطوبة.
