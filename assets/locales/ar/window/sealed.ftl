## ما يكتبه بعض الأعضاء لأنفسهم وحدهم

sealed-title = المكتوم
sealed-lede = ما يُقال في وساطة أو يُحفظ للنفس. تحمله كل حواسيب المجلس، ولا يقرؤه إلا حواسيب من هو لهم.
sealed-empty = لا شيء مكتوم لك.
sealed-write = اكتب لبعض الأعضاء
sealed-add = أضف قيدًا
sealed-name = اسمه
sealed-with = لـ
sealed-member = لمن
sealed-member-hint = تستطيع حواسيبك قراءته دائمًا. وإن تُرك فارغًا فلا يقرؤه غيرك.
sealed-member-more = وشخص آخر
sealed-text = الكلام
sealed-do = اكتمه
sealed-done = صار مكتومًا.
sealed-seen = يرى الآخرون في المجلس أن هذا الحاسوب كتم شيئًا، ومتى، وقدره تقريبًا. ولا يرى الجيران شيئًا.
sealed-told = أعاد قوله
sealed-outside = { $count ->
        [one] جاء حاسوب لهم فيما بعد ولا يستطيع قراءته كله حتى الآن.
       *[other] جاءت حواسيب لهم فيما بعد، عددها { $count }، ولا تستطيع قراءته كله حتى الآن.
    }
sealed-again = دعها تقرؤه
sealed-again-done = أُعيد قوله.
sealed-others = مكتوم لغيرك
sealed-other = { $day }، { $size ->
        [lines] بضعة أسطر
        [pages] حتى بضع صفحات
       *[long] أكثر من بضع صفحات
    }
