// The characters that are most frequent in texts of a language make up half of any text and more, and few of what a text looks like in
// the wrong encoding. They are the first hundreds of common lists of frequencies, and what papers have besides.

const chinese =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电' +
  '力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原' +
  '又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题程展五果料象员位入常文总次品式活设及管特件长求老头基资边流路级少图山' +
  '统接知较将组见计别她手角期根论运指几九区强放决西被做必先回则任取据处队南给色光门即保造百规热领七海口东导器压志世金增思术极交受联什认六共权收证改清己' +
  '美再转更单风切打白教速带安场身例真务具万每目至达示议声报完类八离名确才科信节话整空元今集传步群广记需段研界律且究观影算低持音书复容际非验连断深难近' +
  '千技习响约支般史感准精值率维划选标写存快效型按格易置层片状识适属包调参细引该模训练据网络像语言任务能优评估注视框架显著习推样征' +
  '鸟夜';
const traditional =
  '的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電' +
  '力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原' +
  '又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題程展五果料象員位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山' +
  '統接知較將組見計別她手角期根論運指幾九區強放決西被做必先回則任取據處隊南給色光門即保造百規熱領七海口東導器壓志世金增思術極交受聯什認六共權收證改清己' +
  '美再轉更單風切打白教速帶安場身例真務具萬每目至達示議聲報完類八離名確才科信節話整空元今集傳步群廣記需段研界律且究觀影算低持音書複容際非驗連斷深難近' +
  '千技習響約支般史感準精值率維劃選標寫存快效型按格易置層片狀識適屬包調參細引該模訓練據網絡像語言任務能優評估注視框架顯著推樣徵資訊' +
  '鳥夜';
const kanji =
  '日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者地合市業内相方四定今回新場金員九入選立開手力学問高代明実円関決子動京全目' +
  '表経通外最言現理調体化当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都和統以機平総加山思家話世受区領多続進正安設保改数記院初北指権心' +
  '界支第産結百点教報済書活原先共得解名交資予向際査面委告文反元重近千考判認画海参利組知案道信策集在件別物側任引使求所次水半品論計増係感特情投示変基私各' +
  '始直両価式確提運終果西減台広容必応電住能無再位置真流格有過局少放検常料状工建語空証与可役構割付由説転比難補優研収断何足違消規術展態導備配算視条究育起' +
  '万着残想線率質試象域助例然早限環験義形落好準造頭技低毎負失移差個評課極種影含量非核観察整段型深字答製音様識注達鳥夜像習訓練網';
const syllables =
  '이다는을의에가고한를하로은지도사기리어인자나시대서과해아있수일그정보부스여제장으만라전상게동것공성주원들구문조소신내우비무적연관중위교면선화안물방경오세' +
  '학국실생모델데터언법결용할된했니까와계통변간분식반진유발행론때말야마미금개천저바합재치복속되려같각초회당영목드체외준표입작단차후약날람술업품확추출설평' +
  '양군명직타트크프레음임함건득증번색두예처호더질네형느없않았었겠습열강민족박최근남심절층감능험력운배접류름새밤센카';

const punctuation = '，。、；：？！（）《》“”‘’「」『』【】—…·　';
const kana = Array.from({ length: 0x30fd - 0x3041 }, (_, index) => String.fromCodePoint(0x3041 + index)).join(
  '',
);

/** Encodings that texts in Chinese, Japanese and Korean were saved in before UTF-8, each with the frequent characters of its texts. */
export const candidates: readonly { label: string; name: string; frequent: ReadonlySet<string> }[] = [
  { label: 'gb18030', name: 'GB18030', frequent: new Set(chinese + punctuation) },
  { label: 'big5', name: 'Big5', frequent: new Set(traditional + punctuation) },
  { label: 'shift_jis', name: 'Shift_JIS', frequent: new Set(kana + kanji + punctuation) },
  { label: 'euc-jp', name: 'EUC-JP', frequent: new Set(kana + kanji + punctuation) },
  { label: 'euc-kr', name: 'EUC-KR', frequent: new Set(syllables + punctuation) },
];
