# Arabic. A native reader should check this translation.

## Mandates

mandate-title = التفويضات
mandate-lede = من يتكلم أو يعمل باسم المجلس، وإلى أي حد، وحتى متى. وكل تفويض يمكن سحبه.
mandate-empty = يُمنح التفويض لشخص واحد بقرار: ليتكلم باسم البلدة في حلقة، أو يمسك دفتر الحسابات، أو يدير الجلسة. وفيه ما كُلّف به ومتى ينتهي. قبل أول تفويض، اعقدوا جلسة تقرّره.
mandate-held = السارية الآن
mandate-waits = { $count ->
        [one] تفويض واحد ينتظر التوقيعات
        [two] تفويضان ينتظران التوقيعات
        [few] { $count } تفويضات تنتظر التوقيعات
        [many] { $count } تفويضًا تنتظر التوقيعات
       *[other] { $count } تفويض تنتظر التوقيعات
    }
mandate-none-held = لا أحد يحمل تفويضًا الآن.
mandate-past = المنتهية والمسحوبة
mandate-find = البحث عن تفويض
mandate-found = { $count ->
        [0] لا تفويض فيه هذه الكلمات.
        [one] تفويض واحد فيه هذه الكلمات.
        [two] تفويضان فيهما هذه الكلمات.
        [few] { $count } تفويضات فيها هذه الكلمات.
        [many] { $count } تفويضًا فيها هذه الكلمات.
       *[other] { $count } تفويض فيها هذه الكلمات.
    }
mandate-term = من { $from } إلى { $until }
mandate-agreed = ما وافق عليه المندوبون
mandate-reported = سُمع التقرير في { $day }.
mandate-report-due = يُرفع عنه تقرير حتى { $deadline }.
mandate-report-put-off = يُرفع عنه تقرير حتى { $deadline }؛ ولأيام الهدوء لا يبطل قبل نهاية { $last }.
mandate-report-none = لم يُسمع تقرير حتى نهاية { $last }.
mandate-decision = القرار { $number }
mandate-recalled-because = سُحب: { $reason }
mandate-grant = منح تفويض
mandate-grant-do = منح التفويض
mandate-granted = سُجّل التفويض.
mandate-recall = سحب
mandate-recall-do = سحب التفويض
mandate-recalled = سُجّل سحب التفويض.
mandate-who = لمن يُمنح
mandate-duty = لأي مهمة
mandate-body = أين يتكلم
mandate-body-hint = مثل: حلقة الربيع.
mandate-accounts = لهذه الحسابات وحدها
mandate-accounts-hint = مع كل ما تحتها. يجب أن يقع كل سطر من القيد في هذه الحسابات، فاختر معها ما يدخل وما يخرج: الإيرادات والمصروفات. ولا يكتب أحد في الحسابات الأخرى بعد ذلك حتى يُكلَّف بها أحد. وإن لم تختر شيئًا فهو الدفتر كله.
mandate-accounts-none = هو للدفتر كله. لتكليف أحد بجزء منه، افتح حسابات أولًا.
mandate-keeps = في هذه الحسابات دون غيرها: { $accounts }
mandate-from = من يوم
mandate-until = إلى يوم
mandate-until-hint = لا تفويض بلا نهاية.
mandate-items = التعليمات
mandate-on = في شأن
mandate-position = موقف المجلس
mandate-latitude = إلى أي حد يمضي
mandate-limits = ضمن هذه الحدود
mandate-item-more = تعليمة أخرى
mandate-public = الاسم الذي يظهر في الخارج
mandate-public-hint = بموافقة صاحبه فقط، وإلا رأى الجيران رقمًا.
mandate-reason = السبب
mandate-reason-hint = يجوز تركه فارغًا.
mandate-agree = تسجيل ما وافق عليه
mandate-agree-what = ما وافق عليه
mandate-agree-hint = يقرؤه الجيران، فلا تُذكر فيه أسماء الناس.
mandate-agree-day = في أي يوم
mandate-agree-do = تسجيل الاتفاق
mandate-agree-done = سُجّل، وينتظر تقريرًا في المجلس.
mandate-heard = تسجيل التقرير
mandate-heard-day = سُمع في
mandate-heard-hint = يقول ذلك شخص غير المندوب.
mandate-heard-do = تسجيل التقرير
mandate-heard-done = سُجّل التقرير.
mandate-miss = تسجيل أنه لم يصل
mandate-miss-do = تسجيل ذلك
mandate-miss-done = سُجّل أنه لم يصل تقرير.
mandate-ends = { $count ->
        [one] ينتهي بها هذا التفويض:
        [two] ينتهي بها هذان التفويضان:
       *[other] تنتهي بها هذه التفويضات:
    }
mandate-until-day = حتى { $until }

latitude-fixed = لا يتجاوزه
latitude-within = ضمن هذه الحدود: { $limits }
latitude-ask-home = يسأل بلدته أولًا
latitude-choose-fixed = يقول هذا ولا يزيد
latitude-choose-within = له أن يتحرك ضمن حدود
latitude-choose-ask-home = يسأل بلدته أولًا

decision-behind = القرار الذي يستند إليه
decision-behind-hint = المجلس يقرّر، وهذا تنفيذ لقراره فقط.
decision-find-hint = تُعرض أدناه أحدث { $shown } من أصل { $of }.
decision-none = لم يُعتمد أي قرار بعد. اعقدوا جلسة أولًا.
decision-choose = اختيار قرار
# The mark at the beginning keeps the number before a title in another script.
# A mark before the number has the line read from right to left; as a placeable of its own it would be isolated, and mark nothing.
decision-choice = ‏{ $number }: { $title }
