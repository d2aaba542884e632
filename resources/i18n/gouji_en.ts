<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="zh_CN" language="en">
  <context>
    <name>About</name>
    <message>
      <source>本程序按 Apache-2.0 许可发布。
窗口使用 Qt 和 PySide6，按 GNU LGPL v3 使用：以动态库方式随附，没有改动，可以用自己修改、编译的同版本文件替换。源代码：https://download.qt.io
为调试对 LGPL 部分所作的修改而进行反向工程，本程序的许可不加限制。
图标是本程序自己画的，同样按 Apache-2.0 许可。</source>
      <translation>This program is released under the Apache License 2.0.
Its windows use Qt and PySide6 under the GNU LGPL v3: they come along as unmodified dynamic libraries, and you may replace them with files of the same version that you have changed and built yourself. Source code: https://download.qt.io
The licence of this program does not restrict reverse engineering for debugging changes to the LGPL parts.
The icons are the program's own and under the Apache License 2.0, too.</translation>
    </message>
  </context>
  <context>
    <name>AboutDialog</name>
    <message>
      <source>全部复制</source>
      <translation>Copy all</translation>
    </message>
    <message>
      <source>关于年报勾稽校核</source>
      <translation>About Gouji</translation>
    </message>
    <message>
      <source>关闭</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>年报勾稽校核 {version}</source>
      <translation>Gouji {version}</translation>
    </message>
    <message>
      <source>打开放着许可全文的文件夹</source>
      <translation>Open the folder with the full licence texts</translation>
    </message>
    <message>
      <source>核对政府信息公开工作年度报告，找出对不上的数，改好另存。不联网，不上传。</source>
      <translation>Checks annual reports on government information disclosure, finds the numbers that do not add up and saves a corrected copy. Works offline; nothing is uploaded.</translation>
    </message>
    <message>
      <source>版本和许可</source>
      <translation>Versions and licences</translation>
    </message>
    <message>
      <source>许可全文</source>
      <translation>Licence texts</translation>
    </message>
  </context>
  <context>
    <name>AcceptedSection</name>
    <message>
      <source>原因：{reason}</source>
      <translation>Reason: {reason}</translation>
    </message>
    <message>
      <source>已核实</source>
      <translation>Confirmed</translation>
    </message>
    <message>
      <source>已核实 {problems} 个问题（{count} 处）</source>
      <translation>Confirmed: {problems} (places: {count})</translation>
    </message>
    <message>
      <source>已核实的问题</source>
      <translation>Confirmed problems</translation>
    </message>
    <message>
      <source>恢复</source>
      <translation>Restore</translation>
    </message>
    <message>
      <source>恢复：{what}</source>
      <translation>Restore: {what}</translation>
    </message>
    <message>
      <source>重新算作问题</source>
      <translation>Count it as a problem again</translation>
    </message>
  </context>
  <context>
    <name>AlikePage</name>
    <message>
      <source>{count} 对报告的总体情况几乎相同（数字、年份和单位名称不计）。</source>
      <translation>{count} pairs of reports tell nearly the same story of the year (numbers, years and unit names apart).</translation>
    </message>
    <message>
      <source>两份报告里相同的段落，左右对照</source>
      <translation>Passages that both reports have, side by side</translation>
    </message>
    <message>
      <source>报告</source>
      <translation>Reports</translation>
    </message>
    <message>
      <source>没有发现总体情况雷同的报告（相似九成以上的才列出）。</source>
      <translation>No reports were found that tell the same story (only those at least 90% alike are listed).</translation>
    </message>
    <message>
      <source>相似</source>
      <translation>Alike</translation>
    </message>
    <message>
      <source>雷同的报告</source>
      <translation>Reports alike</translation>
    </message>
  </context>
  <context>
    <name>BarStack</name>
    <message>
      <source>消息</source>
      <translation>Messages</translation>
    </message>
  </context>
  <context>
    <name>BatchColumns</name>
    <message>
      <source>单位</source>
      <translation>Unit</translation>
    </message>
    <message>
      <source>另有更正稿</source>
      <translation>Copy corrected</translation>
    </message>
    <message>
      <source>另有转换稿</source>
      <translation>Converted copy exists</translation>
    </message>
    <message>
      <source>已打开</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>已改正</source>
      <translation>Corrected</translation>
    </message>
    <message>
      <source>已核对</source>
      <translation>Checked</translation>
    </message>
    <message>
      <source>年度</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>情况</source>
      <translation>State</translation>
    </message>
    <message>
      <source>打不开</source>
      <translation>Unreadable</translation>
    </message>
    <message>
      <source>改动未保存</source>
      <translation>Not saved</translation>
    </message>
    <message>
      <source>文件</source>
      <translation>File</translation>
    </message>
    <message>
      <source>格式</source>
      <translation>Form</translation>
    </message>
    <message>
      <source>没有法定表格</source>
      <translation>No tables</translation>
    </message>
    <message>
      <source>表格空白</source>
      <translation>Blank</translation>
    </message>
    <message>
      <source>（没有写明）</source>
      <translation>(not stated)</translation>
    </message>
  </context>
  <context>
    <name>BatchFindings</name>
    <message>
      <source>建议：{what}</source>
      <translation>Suggestion: {what}</translation>
    </message>
    <message>
      <source>表格是空白的，一个数也没有填，没有核对。</source>
      <translation>The tables are blank; there is nothing to check.</translation>
    </message>
    <message>
      <source>里面没有找到法定表格（表二、表三、表四），没有核对；请检查是否选错了文件，或行列标题是否完整。</source>
      <translation>The official tables were not found in it and nothing was checked. See whether this is the right file and whether the headings are complete.</translation>
    </message>
  </context>
  <context>
    <name>BatchTelling</name>
    <message>
      <source>{count} 份没有变化，用的是上次的结果</source>
      <translation>{count} unchanged, with the results of last time</translation>
    </message>
    <message>
      <source>{names}套得太深，再往里的没有核对；请把报告移到外面来。</source>
      <translation>{names}: nested too deeply, what lies further in was not checked. Move the reports further out.</translation>
    </message>
    <message>
      <source>{names}进不去，里面的文件没有核对；请检查有没有查看的权限。</source>
      <translation>{names}: cannot be entered, the files in it were not checked. See whether you may look into it.</translation>
    </message>
    <message>
      <source>“{name}”中途断开了，后面的文件没有读到；请检查网络盘或移动硬盘，连上以后点“重新核对”。</source>
      <translation>“{name}” was disconnected half-way and the remaining files were not read. Check the network or removable drive, then press “Check again”.</translation>
    </message>
    <message>
      <source>“{name}”找不到了；请检查网络盘或移动硬盘是否连着。列表里还是上次的结果。</source>
      <translation>“{name}” is no longer there. See whether the network or removable drive is connected. The list still shows the last results.</translation>
    </message>
    <message>
      <source>另有 {count} 个别的文件没有看</source>
      <translation>{count} other files were left alone</translation>
    </message>
    <message>
      <source>已停下，核对了 {done} 份；点“重新核对”接着核对</source>
      <translation>Stopped after {done} reports; press “Check again” to go on</translation>
    </message>
    <message>
      <source>文件夹{names}</source>
      <translation>Folder {names}</translation>
    </message>
    <message>
      <source>有 {count} 个别的文件。</source>
      <translation>There are {count} other files.</translation>
    </message>
    <message>
      <source>核对完了，共 {total} 份</source>
      <translation>Done, {total} reports</translation>
    </message>
    <message>
      <source>等 {count} 个</source>
      <translation>, {count} in all</translation>
    </message>
    <message>
      <source>请看看是不是选错了文件夹；也可以把放报告的文件夹拖到这里。</source>
      <translation>See whether this is the right folder, or drop the folder with the reports here.</translation>
    </message>
    <message>
      <source>这里没有报告（Word、Excel、文本、网页、PDF）。</source>
      <translation>There are no reports here (Word, Excel, text, web pages, PDF).</translation>
    </message>
  </context>
  <context>
    <name>BatchTools</name>
    <message>
      <source>上年报告…</source>
      <translation>Last year…</translation>
    </message>
    <message>
      <source>不再与本级报告比较</source>
      <translation>Stop comparing with the own report</translation>
    </message>
    <message>
      <source>不再对照名册</source>
      <translation>Stop using the register</translation>
    </message>
    <message>
      <source>不再用上年报告</source>
      <translation>Stop using last year's reports</translation>
    </message>
    <message>
      <source>全部结果写成一个 Excel 文件</source>
      <translation>Write all results into one Excel file</translation>
    </message>
    <message>
      <source>再核对一遍，没有变化的用上次的结果</source>
      <translation>Check once more; what has not changed keeps its results</translation>
    </message>
    <message>
      <source>单位名册…</source>
      <translation>Register…</translation>
    </message>
    <message>
      <source>各单位合计与本级自己的报告逐格比较</source>
      <translation>Compare the sum of all units with your own report, cell by cell</translation>
    </message>
    <message>
      <source>各单位逐格相加，按法定表格的样子列出</source>
      <translation>Add all units up cell by cell, in the official form</translation>
    </message>
    <message>
      <source>对照应报送单位名册：未报、重复报、年度不符、名称不一致</source>
      <translation>Compare with the register of units: missing, repeated, wrong year, other name</translation>
    </message>
    <message>
      <source>导出汇总工作簿…</source>
      <translation>Export summary…</translation>
    </message>
    <message>
      <source>工具栏</source>
      <translation>Tool bar</translation>
    </message>
    <message>
      <source>找出总体情况几乎相同的报告</source>
      <translation>Find reports that tell nearly the same story</translation>
    </message>
    <message>
      <source>本级报告…</source>
      <translation>Own report…</translation>
    </message>
    <message>
      <source>核对另一个文件夹</source>
      <translation>Check another folder</translation>
    </message>
    <message>
      <source>汇总</source>
      <translation>Sums</translation>
    </message>
    <message>
      <source>生成退改意见单…</source>
      <translation>Return notices…</translation>
    </message>
    <message>
      <source>给每个有问题的单位写一份退改意见单（Word）</source>
      <translation>Write a return notice (Word) for each unit with problems</translation>
    </message>
    <message>
      <source>选择放着各单位上年报告的文件夹，一并核对上年结转等</source>
      <translation>Choose the folder with last year's reports, to check what was carried over</translation>
    </message>
    <message>
      <source>选择文件夹…</source>
      <translation>Choose folder…</translation>
    </message>
    <message>
      <source>重新核对</source>
      <translation>Check again</translation>
    </message>
    <message>
      <source>雷同</source>
      <translation>Alike</translation>
    </message>
  </context>
  <context>
    <name>BatchWindow</name>
    <message>
      <source>批量核对</source>
      <translation>Batch check</translation>
    </message>
    <message>
      <source>把放报告的文件夹拖到这里，或者点“选择文件夹…”。</source>
      <translation>Drop the folder with the reports here, or press “Choose folder…”.</translation>
    </message>
    <message>
      <source>报告</source>
      <translation>Reports</translation>
    </message>
    <message>
      <source>报告和比较结果</source>
      <translation>Reports and comparisons</translation>
    </message>
    <message>
      <source>正在找报告…</source>
      <translation>Looking for reports…</translation>
    </message>
    <message>
      <source>正在核对另一批；先取消，或者等它做完。</source>
      <translation>Another batch is being checked; cancel it first, or wait until it is done.</translation>
    </message>
    <message>
      <source>正在核对，结果会一份一份地列在这里…</source>
      <translation>Checking; the results will be listed here one by one…</translation>
    </message>
    <message>
      <source>选择放报告的文件夹</source>
      <translation>Choose the folder with the reports</translation>
    </message>
    <message>
      <source>选择放着各单位上年报告的文件夹</source>
      <translation>Choose the folder with last year's reports</translation>
    </message>
    <message>
      <source>重新核对</source>
      <translation>Check again</translation>
    </message>
  </context>
  <context>
    <name>Bubble</name>
    <message>
      <source>下一步</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>完成</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>演示：{title}</source>
      <translation>Tour: {title}</translation>
    </message>
    <message>
      <source>第 {place} 步，共 {count} 步</source>
      <translation>{place} of {count}</translation>
    </message>
    <message>
      <source>跳过</source>
      <translation>Skip</translation>
    </message>
  </context>
  <context>
    <name>Changes</name>
    <message>
      <source>空白</source>
      <translation>blank</translation>
    </message>
  </context>
  <context>
    <name>ChangesDialog</name>
    <message>
      <source>位置</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>取消</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>将改写 {count} 处：</source>
      <translation>Numbers to be rewritten: {count}</translation>
    </message>
    <message>
      <source>改为</source>
      <translation>New</translation>
    </message>
    <message>
      <source>改写</source>
      <translation>Rewrite</translation>
    </message>
    <message>
      <source>现为</source>
      <translation>Now</translation>
    </message>
    <message>
      <source>要改写的地方</source>
      <translation>What will be rewritten</translation>
    </message>
  </context>
  <context>
    <name>Chip</name>
    <message>
      <source>{name}，{number} 份</source>
      <translation>{name}, {number} reports</translation>
    </message>
  </context>
  <context>
    <name>Chips</name>
    <message>
      <source>全部</source>
      <translation>All</translation>
    </message>
    <message>
      <source>必改</source>
      <translation>Must fix</translation>
    </message>
    <message>
      <source>打不开</source>
      <translation>Unreadable</translation>
    </message>
    <message>
      <source>按情况筛选</source>
      <translation>Filter by state</translation>
    </message>
    <message>
      <source>提示</source>
      <translation>Hint</translation>
    </message>
    <message>
      <source>没有法定表格</source>
      <translation>No tables</translation>
    </message>
    <message>
      <source>没有问题</source>
      <translation>No problem</translation>
    </message>
    <message>
      <source>疑点</source>
      <translation>Doubtful</translation>
    </message>
    <message>
      <source>表格空白</source>
      <translation>Blank</translation>
    </message>
  </context>
  <context>
    <name>Commands</name>
    <message>
      <source>Word 里每处改动是修订，Excel 里是批注</source>
      <translation>In Word each change is a tracked revision, in Excel a comment</translation>
    </message>
    <message>
      <source>{says}（{keys}）</source>
      <translation>{says} ({keys})</translation>
    </message>
    <message>
      <source>一次核对一个文件夹里的全部报告，列表、汇总、比较</source>
      <translation>Check all reports in a folder at once: list, sums, comparisons</translation>
    </message>
    <message>
      <source>上一个区域</source>
      <translation>Previous Pane</translation>
    </message>
    <message>
      <source>上一份报告</source>
      <translation>Previous Report</translation>
    </message>
    <message>
      <source>上一处</source>
      <translation>Previous</translation>
    </message>
    <message>
      <source>上一张表</source>
      <translation>Previous Table</translation>
    </message>
    <message>
      <source>下一个区域</source>
      <translation>Next Pane</translation>
    </message>
    <message>
      <source>下一份报告</source>
      <translation>Next Report</translation>
    </message>
    <message>
      <source>下一处</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>下一张表</source>
      <translation>Next Table</translation>
    </message>
    <message>
      <source>不再用上年报告核对这份报告</source>
      <translation>No longer check this report against last year's</translation>
    </message>
    <message>
      <source>使用说明书</source>
      <translation>Manual</translation>
    </message>
    <message>
      <source>保存</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>全角数字改半角（本表）</source>
      <translation>Full-Width Digits to Half-Width (This Table)</translation>
    </message>
    <message>
      <source>全部采纳首选</source>
      <translation>Accept All Best Corrections</translation>
    </message>
    <message>
      <source>关于年报勾稽校核</source>
      <translation>About Gouji</translation>
    </message>
    <message>
      <source>关掉上年核对</source>
      <translation>Stop Checking Against Last Year</translation>
    </message>
    <message>
      <source>关闭</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>关闭这份报告</source>
      <translation>Close this report</translation>
    </message>
    <message>
      <source>另存为…</source>
      <translation>Save As…</translation>
    </message>
    <message>
      <source>另存为（留修订痕迹）…</source>
      <translation>Save As with Revision Marks…</translation>
    </message>
    <message>
      <source>在正文中查找…</source>
      <translation>Find in the Text…</translation>
    </message>
    <message>
      <source>在表格和问题列表之间切换</source>
      <translation>Switch between table and problems</translation>
    </message>
    <message>
      <source>复制</source>
      <translation>Copy</translation>
    </message>
    <message>
      <source>存成“原名（已更正）”，原件不动</source>
      <translation>Save as “name（已更正）”; the original is left alone</translation>
    </message>
    <message>
      <source>官方版式 Excel…</source>
      <translation>Official Form, Excel…</translation>
    </message>
    <message>
      <source>官方版式 Word…</source>
      <translation>Official Form, Word…</translation>
    </message>
    <message>
      <source>实际大小</source>
      <translation>Actual Size</translation>
    </message>
    <message>
      <source>对照上年</source>
      <translation>Last Year</translation>
    </message>
    <message>
      <source>快捷键…</source>
      <translation>Keyboard Shortcuts…</translation>
    </message>
    <message>
      <source>打开…</source>
      <translation>Open…</translation>
    </message>
    <message>
      <source>打开报告，可以一次选几份</source>
      <translation>Open one or more reports</translation>
    </message>
    <message>
      <source>打开日志</source>
      <translation>Open Log</translation>
    </message>
    <message>
      <source>批量核对文件夹…</source>
      <translation>Check a folder…</translation>
    </message>
    <message>
      <source>按分项重算总计…</source>
      <translation>Recalculate Totals from Their Parts…</translation>
    </message>
    <message>
      <source>改动对照</source>
      <translation>Changes</translation>
    </message>
    <message>
      <source>改动对照页…</source>
      <translation>Page of Changes…</translation>
    </message>
    <message>
      <source>改这一格</source>
      <translation>Edit This Cell</translation>
    </message>
    <message>
      <source>放大</source>
      <translation>Zoom In</translation>
    </message>
    <message>
      <source>数没有错：写明原因，这处问题不再计数</source>
      <translation>The number is right: give the reason, and this problem no longer counts</translation>
    </message>
    <message>
      <source>核实无误…</source>
      <translation>Confirm as Correct…</translation>
    </message>
    <message>
      <source>核对报告 HTML…</source>
      <translation>Check Report, HTML…</translation>
    </message>
    <message>
      <source>核对报告 PDF…</source>
      <translation>Check Report, PDF…</translation>
    </message>
    <message>
      <source>检查目录…</source>
      <translation>List of Checks…</translation>
    </message>
    <message>
      <source>每处问题都采纳排在最前的改法，几种同样可能的留下</source>
      <translation>Take the first correction of every problem; where several are equally likely, leave it</translation>
    </message>
    <message>
      <source>每格旁边用小字写出上年的数</source>
      <translation>Show last year's number in small print in each cell</translation>
    </message>
    <message>
      <source>每项检查查什么、依据是什么；选中一处问题时，打开那一项</source>
      <translation>What each check looks at and what it is based on; opens at the problem you have chosen</translation>
    </message>
    <message>
      <source>清空最近打开的记录</source>
      <translation>Clear Recent Reports</translation>
    </message>
    <message>
      <source>清零</source>
      <translation>Set to 0</translation>
    </message>
    <message>
      <source>照最可能的改法改这一处，再到下一处</source>
      <translation>Correct this problem in the most likely way and go to the next</translation>
    </message>
    <message>
      <source>用同一单位上年的报告核对上年结转、现行有效等</source>
      <translation>Check carried-over requests, documents in force and so on against the same office's report of last year</translation>
    </message>
    <message>
      <source>用示例报告走一遍：放进来、看、采纳、保存</source>
      <translation>Walk through with a sample report: drop, look, accept, save</translation>
    </message>
    <message>
      <source>看一遍演示</source>
      <translation>Take the Tour</translation>
    </message>
    <message>
      <source>程序出意外错误时的记录，里面没有报告的内容</source>
      <translation>A record of unexpected errors; it quotes nothing from your reports</translation>
    </message>
    <message>
      <source>空白和“/”补 0（本表）</source>
      <translation>Fill Blanks and “/” with 0 (This Table)</translation>
    </message>
    <message>
      <source>粘贴</source>
      <translation>Paste</translation>
    </message>
    <message>
      <source>缩小</source>
      <translation>Zoom Out</translation>
    </message>
    <message>
      <source>设置…</source>
      <translation>Settings…</translation>
    </message>
    <message>
      <source>跳到上一处问题</source>
      <translation>Go to the previous problem</translation>
    </message>
    <message>
      <source>跳到下一处问题</source>
      <translation>Go to the next problem</translation>
    </message>
    <message>
      <source>这次改了哪些地方：改前、改后、为什么</source>
      <translation>What was changed: before, after and why</translation>
    </message>
    <message>
      <source>退出</source>
      <translation>Quit</translation>
    </message>
    <message>
      <source>退改意见单…</source>
      <translation>Return Notice…</translation>
    </message>
    <message>
      <source>选择上年报告…</source>
      <translation>Choose Last Year's Report…</translation>
    </message>
    <message>
      <source>采纳这一处的首选</source>
      <translation>Accept the Best Correction</translation>
    </message>
  </context>
  <context>
    <name>Compare</name>
    <message>
      <source>打印改动对照</source>
      <translation>Print changes</translation>
    </message>
    <message>
      <source>改动对照已送去打印</source>
      <translation>The changes were sent to the printer</translation>
    </message>
  </context>
  <context>
    <name>Comparing</name>
    <message>
      <source>与本级报告的差异</source>
      <translation>Differences</translation>
    </message>
    <message>
      <source>单位</source>
      <translation>Unit</translation>
    </message>
    <message>
      <source>名册上有 {count} 个单位；双击一行，到列表里看那份报告。</source>
      <translation>The register has {count} units; double-click a line to see that report in the list.</translation>
    </message>
    <message>
      <source>名册上的 {count} 个单位都报了，没有重复，年度和名称都对。</source>
      <translation>All {count} units of the register have handed in, none twice, with the right year and name.</translation>
    </message>
    <message>
      <source>名册核对</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>名册核对的结果</source>
      <translation>Results against the register</translation>
    </message>
    <message>
      <source>情况</source>
      <translation>State</translation>
    </message>
    <message>
      <source>正在与本级报告比较…</source>
      <translation>Comparing with your own report…</translation>
    </message>
    <message>
      <source>正在对照名册…</source>
      <translation>Comparing with the register…</translation>
    </message>
    <message>
      <source>正在比较各报告的正文…</source>
      <translation>Comparing the texts of all reports…</translation>
    </message>
    <message>
      <source>正在汇总…</source>
      <translation>Adding up…</translation>
    </message>
    <message>
      <source>汇总</source>
      <translation>Sums</translation>
    </message>
    <message>
      <source>说明</source>
      <translation>Explanation</translation>
    </message>
    <message>
      <source>选择本级的报告</source>
      <translation>Choose your own report</translation>
    </message>
    <message>
      <source>雷同</source>
      <translation>Alike</translation>
    </message>
  </context>
  <context>
    <name>ComparisonDialog</name>
    <message>
      <source>为什么改</source>
      <translation>Why</translation>
    </message>
    <message>
      <source>位置</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>共改动 {count} 处</source>
      <translation>Changes: {count}</translation>
    </message>
    <message>
      <source>关闭</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>双击一行，或按回车，转到报告里那一处。</source>
      <translation>Double-click a row or press Enter to go to that place in the report.</translation>
    </message>
    <message>
      <source>导出(&amp;E)…</source>
      <translation>&amp;Export…</translation>
    </message>
    <message>
      <source>手工改</source>
      <translation>Changed by hand</translation>
    </message>
    <message>
      <source>打印(&amp;P)…</source>
      <translation>&amp;Print…</translation>
    </message>
    <message>
      <source>改前</source>
      <translation>Before</translation>
    </message>
    <message>
      <source>改动</source>
      <translation>Changes</translation>
    </message>
    <message>
      <source>改动对照</source>
      <translation>Changes</translation>
    </message>
    <message>
      <source>改后</source>
      <translation>After</translation>
    </message>
    <message>
      <source>转到(&amp;G)</source>
      <translation>&amp;Go There</translation>
    </message>
    <message>
      <source>还没有改动，与打开时的文件一样</source>
      <translation>Nothing is changed yet; it is the same as the file that was opened</translation>
    </message>
  </context>
  <context>
    <name>Crash</name>
    <message>
      <source>可以继续使用；请先保存，再把下面的详细信息发给维护人员。记录在：{path}</source>
      <translation>You can go on working; please save first, then send the details below to whoever maintains the program. Recorded in: {path}</translation>
    </message>
    <message>
      <source>程序出了意外的错误，刚才这一步可能没有完成。</source>
      <translation>Something unexpected went wrong, and the last step may not be complete.</translation>
    </message>
  </context>
  <context>
    <name>DifferencesPage</name>
    <message>
      <source>“{own}”与各单位合计一致。</source>
      <translation>“{own}” agrees with the sum of all units.</translation>
    </message>
    <message>
      <source>“{own}”有 {count} 格与各单位合计不同；选中一格，右边是合计由哪些单位构成。</source>
      <translation>“{own}” differs from the sum of all units in {count} cells; choose one to see the units that make the sum up.</translation>
    </message>
    <message>
      <source>与本级报告不同的格</source>
      <translation>Cells that differ from the own report</translation>
    </message>
    <message>
      <source>单位</source>
      <translation>Unit</translation>
    </message>
    <message>
      <source>各单位合计</source>
      <translation>Sum of units</translation>
    </message>
    <message>
      <source>合计由哪些单位构成</source>
      <translation>Units that make the sum up</translation>
    </message>
    <message>
      <source>填报数</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>文件</source>
      <translation>File</translation>
    </message>
    <message>
      <source>本级报告</source>
      <translation>Own report</translation>
    </message>
    <message>
      <source>格</source>
      <translation>Cell</translation>
    </message>
    <message>
      <source>相差</source>
      <translation>Difference</translation>
    </message>
  </context>
  <context>
    <name>DropTarget</name>
    <message>
      <source>Word、Excel、文本、网页、PDF 都可以，一次放几份、放整个文件夹也行</source>
      <translation>Word, Excel, text, web pages or PDF, several at a time or a whole folder</translation>
    </message>
    <message>
      <source>一次核对一个文件夹里的全部报告</source>
      <translation>Check all reports in a folder at once</translation>
    </message>
    <message>
      <source>打开报告…</source>
      <translation>Open a Report…</translation>
    </message>
    <message>
      <source>批量核对文件夹…</source>
      <translation>Check a folder…</translation>
    </message>
    <message>
      <source>把年度报告拖到这里</source>
      <translation>Drop an annual report here</translation>
    </message>
    <message>
      <source>把报告拖到这里</source>
      <translation>Drop reports here</translation>
    </message>
    <message>
      <source>选择一份或几份报告</source>
      <translation>Choose one or more reports</translation>
    </message>
  </context>
  <context>
    <name>DropVeil</name>
    <message>
      <source>松开鼠标即可打开</source>
      <translation>Release the mouse to open</translation>
    </message>
  </context>
  <context>
    <name>EquationBar</name>
    <message>
      <source>当前格的勾稽关系</source>
      <translation>Equation of the current cell</translation>
    </message>
  </context>
  <context>
    <name>Exporter</name>
    <message>
      <source>“{name}”导出好了，但是：</source>
      <translation>“{name}” was exported, but: </translation>
    </message>
    <message>
      <source>“{name}”就是这份报告本身，没有导出；请给导出的文件另起名字。</source>
      <translation>“{name}” is this very report, so nothing was exported; please choose another name.</translation>
    </message>
    <message>
      <source>导出{what}</source>
      <translation>Export {what}</translation>
    </message>
  </context>
  <context>
    <name>FileDelegate</name>
    <message>
      <source>找不到了</source>
      <translation>No longer there</translation>
    </message>
  </context>
  <context>
    <name>FileList</name>
    <message>
      <source>找不到了</source>
      <translation>No longer there</translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message>
      <source>上一处（Shift+回车）</source>
      <translation>Previous (Shift+Enter)</translation>
    </message>
    <message>
      <source>下一处（回车）</source>
      <translation>Next (Enter)</translation>
    </message>
    <message>
      <source>关闭查找</source>
      <translation>Close the search</translation>
    </message>
    <message>
      <source>在正文中查找</source>
      <translation>Find in the text</translation>
    </message>
    <message>
      <source>没有找到</source>
      <translation>Not found</translation>
    </message>
    <message>
      <source>第 {number} 处，共 {count} 处</source>
      <translation>{number} of {count}</translation>
    </message>
  </context>
  <context>
    <name>FindingDetail</name>
    <message>
      <source>依据：{basis}</source>
      <translation>Basis: {basis}</translation>
    </message>
    <message>
      <source>应为 {expected}，现为 {found}</source>
      <translation>Should be {expected}, is {found}</translation>
    </message>
    <message>
      <source>核实无误…</source>
      <translation>Confirm as Correct…</translation>
    </message>
    <message>
      <source>核实无误：{what}</source>
      <translation>Confirm as correct: {what}</translation>
    </message>
    <message>
      <source>没有错：写明原因，这处问题不再计数</source>
      <translation>Nothing is wrong: give the reason, and this problem no longer counts</translation>
    </message>
    <message>
      <source>看{place}</source>
      <translation>Show {place}</translation>
    </message>
    <message>
      <source>空白</source>
      <translation>blank</translation>
    </message>
  </context>
  <context>
    <name>FindingsList</name>
    <message>
      <source>问题列表</source>
      <translation>List of problems</translation>
    </message>
  </context>
  <context>
    <name>FindingsModel</name>
    <message>
      <source>{heading}，已收起，按回车展开</source>
      <translation>{heading}, folded; press Enter to unfold</translation>
    </message>
    <message>
      <source>{word} {count} 处</source>
      <translation>{word}: {count}</translation>
    </message>
    <message>
      <source>{word}：{message}</source>
      <translation>{word}: {message}</translation>
    </message>
    <message>
      <source>另有{word} {count} 处</source>
      <translation>Also {word}: {count}</translation>
    </message>
  </context>
  <context>
    <name>FindingsPane</name>
    <message>
      <source>下面是文件里的情况；打开着的改动保存以后再列。</source>
      <translation>This is what the file says; the changes made in the open report are listed once they are saved.</translation>
    </message>
    <message>
      <source>在主窗口里打开这份报告，照建议更正</source>
      <translation>Open this report in the main window and correct it</translation>
    </message>
    <message>
      <source>打开校核(&amp;O)</source>
      <translation>&amp;Open</translation>
    </message>
    <message>
      <source>没有发现问题。</source>
      <translation>No problems were found.</translation>
    </message>
    <message>
      <source>没有选中报告</source>
      <translation>No report chosen</translation>
    </message>
    <message>
      <source>这份报告的问题</source>
      <translation>Problems of this report</translation>
    </message>
  </context>
  <context>
    <name>FindingsPanel</name>
    <message>
      <source>{cards} 个问题（必改 {broken} 处）</source>
      <translation>Problems: {cards} (must fix: {broken})</translation>
    </message>
    <message>
      <source>全部采纳首选（{count}）</source>
      <translation>Accept all best ({count})</translation>
    </message>
    <message>
      <source>正在找出错的格…</source>
      <translation>Looking for the wrong cell…</translation>
    </message>
    <message>
      <source>每处问题都采纳排在最前的改法，可以一步撤销；几种改法同样可能的留下</source>
      <translation>Take the first correction of every problem, undone in one step; where several are equally likely, leave it</translation>
    </message>
    <message>
      <source>问题</source>
      <translation>Problems</translation>
    </message>
    <message>
      <source>问题 {rows} 处</source>
      <translation>Problems: {rows}</translation>
    </message>
  </context>
  <context>
    <name>Fixer</name>
    <message>
      <source>已改：{what}</source>
      <translation>Changed: {what}</translation>
    </message>
    <message>
      <source>已标为核实无误，可在右下“已核实”里恢复</source>
      <translation>Confirmed as correct; you can restore it under “Confirmed” at the lower right</translation>
    </message>
    <message>
      <source>有几种改法，请在右边选一种</source>
      <translation>There are several corrections; please choose one on the right</translation>
    </message>
    <message>
      <source>这里没有可以采纳的改法</source>
      <translation>There is no correction to accept here</translation>
    </message>
  </context>
  <context>
    <name>Foot</name>
    <message>
      <source>上年：{name}</source>
      <translation>Last year: {name}</translation>
    </message>
    <message>
      <source>名册：{name}</source>
      <translation>Register: {name}</translation>
    </message>
    <message>
      <source>本级：{name}</source>
      <translation>Own: {name}</translation>
    </message>
  </context>
  <context>
    <name>FormDelegate</name>
    <message>
      <source>改成</source>
      <translation>Change to</translation>
    </message>
  </context>
  <context>
    <name>FormGrid</name>
    <message>
      <source>全选</source>
      <translation>Select all</translation>
    </message>
    <message>
      <source>列标题</source>
      <translation>Column headings</translation>
    </message>
    <message>
      <source>行标题</source>
      <translation>Row headings</translation>
    </message>
  </context>
  <context>
    <name>FormModel</name>
    <message>
      <source>写法有问题</source>
      <translation>Odd way of writing</translation>
    </message>
    <message>
      <source>勾稽关系不成立</source>
      <translation>Equation does not hold</translation>
    </message>
    <message>
      <source>原为 {text}</source>
      <translation>Was {text}</translation>
    </message>
    <message>
      <source>建议改为 {text}</source>
      <translation>Suggested: {text}</translation>
    </message>
    <message>
      <source>报告里没有这一格</source>
      <translation>The report lacks this cell</translation>
    </message>
    <message>
      <source>提示</source>
      <translation>Hint</translation>
    </message>
    <message>
      <source>有必改的问题</source>
      <translation>Must be fixed</translation>
    </message>
    <message>
      <source>没有问题</source>
      <translation>No problem</translation>
    </message>
    <message>
      <source>疑点</source>
      <translation>Doubtful</translation>
    </message>
    <message>
      <source>空白</source>
      <translation>blank</translation>
    </message>
  </context>
  <context>
    <name>FormView</name>
    <message>
      <source>报告里没有这一格，不能改</source>
      <translation>The report lacks this cell, so it cannot be changed</translation>
    </message>
    <message>
      <source>没有可粘贴的数</source>
      <translation>There are no numbers to paste</translation>
    </message>
  </context>
  <context>
    <name>Glance</name>
    <message>
      <source> · 已核实 {number} 处</source>
      <translation> · Confirmed: {number}</translation>
    </message>
    <message>
      <source>{edition} 年版格式</source>
      <translation>{edition} form</translation>
    </message>
    <message>
      <source>{odd} 条勾稽关系有的格不是数，没有核对</source>
      <translation>{odd} not checked, a cell is no number</translation>
    </message>
    <message>
      <source>{unjudged} 条勾稽关系因缺数没有核对</source>
      <translation>{unjudged} not checked, numbers are missing</translation>
    </message>
    <message>
      <source>{year} 年度</source>
      <translation>year {year}</translation>
    </message>
    <message>
      <source>全部勾稽关系成立</source>
      <translation>All equations hold</translation>
    </message>
    <message>
      <source>单位不详</source>
      <translation>office unknown</translation>
    </message>
    <message>
      <source>年度不详</source>
      <translation>year unknown</translation>
    </message>
    <message>
      <source>核对了 {judged} 条勾稽关系</source>
      <translation>Equations checked: {judged}</translation>
    </message>
    <message>
      <source>核对到的勾稽关系都成立</source>
      <translation>All equations that were checked hold</translation>
    </message>
    <message>
      <source>没有其他问题</source>
      <translation>No other problems</translation>
    </message>
    <message>
      <source>没有发现问题</source>
      <translation>No problems found</translation>
    </message>
    <message>
      <source>没有可以核对的数</source>
      <translation>There is nothing to check</translation>
    </message>
    <message>
      <source>没有找到表二、表三、表四</source>
      <translation>Tables 2, 3 and 4 not found</translation>
    </message>
    <message>
      <source>没有正文可核对</source>
      <translation>no text to check</translation>
    </message>
    <message>
      <source>表格没有发现问题。
文件里没有正文，正文的各项没有核对。</source>
      <translation>No problem found in the tables.
The file holds no running text, so nothing of it was checked.</translation>
    </message>
  </context>
  <context>
    <name>GroupedPage</name>
    <message>
      <source>全部</source>
      <translation>All</translation>
    </message>
  </context>
  <context>
    <name>Help</name>
    <message>
      <source>A 表三</source>
      <translation>A Table 3</translation>
    </message>
    <message>
      <source>B 表四</source>
      <translation>B Table 4</translation>
    </message>
    <message>
      <source>C 表二</source>
      <translation>C Table 2</translation>
    </message>
    <message>
      <source>D 跨年</source>
      <translation>D Across years</translation>
    </message>
    <message>
      <source>E 完整性与结构</source>
      <translation>E Completeness and structure</translation>
    </message>
    <message>
      <source>F 年度与单位一致</source>
      <translation>F Year and office agree</translation>
    </message>
    <message>
      <source>G 正文与表一致</source>
      <translation>G Text agrees with tables</translation>
    </message>
    <message>
      <source>H 数字书写</source>
      <translation>H Writing of numbers</translation>
    </message>
    <message>
      <source>不做这项检查：off = [{id}]</source>
      <translation>To leave this check out: off = [{id}]</translation>
    </message>
    <message>
      <source>使用</source>
      <translation>Use</translation>
    </message>
    <message>
      <source>依据</source>
      <translation>Basis</translation>
    </message>
    <message>
      <source>到菜单</source>
      <translation>Go to the menus</translation>
    </message>
    <message>
      <source>快捷键</source>
      <translation>Keyboard shortcuts</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>本地要求</source>
      <translation>Local requirements</translation>
    </message>
    <message>
      <source>本地要求 {name}</source>
      <translation>Local requirements: {name}</translation>
    </message>
    <message>
      <source>查什么</source>
      <translation>What is checked</translation>
    </message>
    <message>
      <source>检查的编号（A01 等）就是这里目录里的编号：off 写不做的检查，[severities] 改级别。</source>
      <translation>Checks go by their numbers in this list (A01 and so on): off names those to leave out, [severities] changes how grave they are.</translation>
    </message>
    <message>
      <source>省、市另有要求时，写一个 {name}，放在报告旁边，或在“设置”里选定；“设置”里可以新建示例文件。</source>
      <translation>Where a province or city asks for more, write a {name} and put it beside the reports or choose it in the settings; the settings can make an example to start from.</translation>
    </message>
    <message>
      <source>确认这一格，往下走；在问题列表里：跳到那一处</source>
      <translation>Take the cell and move down; in the list of problems: go there</translation>
    </message>
    <message>
      <source>确认这一格，往右走</source>
      <translation>Take the cell and move right</translation>
    </message>
    <message>
      <source>级别</source>
      <translation>Severity</translation>
    </message>
    <message>
      <source>重做</source>
      <translation>Redo</translation>
    </message>
  </context>
  <context>
    <name>HelpDesk</name>
    <message>
      <source>还没有日志：程序没有出过意外的错误</source>
      <translation>There is no log yet: nothing unexpected has gone wrong</translation>
    </message>
  </context>
  <context>
    <name>HelpWindow</name>
    <message>
      <source>使用说明书</source>
      <translation>Manual</translation>
    </message>
    <message>
      <source>关闭</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>在帮助里查找</source>
      <translation>Search the help</translation>
    </message>
    <message>
      <source>帮助</source>
      <translation>Help</translation>
    </message>
    <message>
      <source>帮助目录</source>
      <translation>Contents of the help</translation>
    </message>
    <message>
      <source>打开日志</source>
      <translation>Open Log</translation>
    </message>
    <message>
      <source>查找：编号、名称、依据</source>
      <translation>Find: number, name, basis</translation>
    </message>
    <message>
      <source>说明</source>
      <translation>Explanation</translation>
    </message>
  </context>
  <context>
    <name>Helpers</name>
    <message>
      <source>{table}：已把 {count} 格改成半角数字</source>
      <translation>{table}: cells changed to half-width digits: {count}</translation>
    </message>
    <message>
      <source>{table}：已给 {count} 格补 0</source>
      <translation>{table}: cells filled with 0: {count}</translation>
    </message>
    <message>
      <source>{table}：没有全角数字</source>
      <translation>{table}: no full-width digits</translation>
    </message>
    <message>
      <source>{table}：没有要补 0 的格</source>
      <translation>{table}: no cell to fill with 0</translation>
    </message>
    <message>
      <source>已按分项重算 {count} 处总计</source>
      <translation>Totals recalculated from their parts: {count}</translation>
    </message>
    <message>
      <source>总计与分项都一致，没有要改的</source>
      <translation>All totals agree with their parts; nothing to change</translation>
    </message>
    <message>
      <source>总计会照分项改写。如果是分项填错了，请先改分项。</source>
      <translation>Totals will be rewritten from their parts. If a part is wrong, please correct that first.</translation>
    </message>
    <message>
      <source>按分项重算总计</source>
      <translation>Recalculate totals from their parts</translation>
    </message>
    <message>
      <source>改半角数字</source>
      <translation>Half-width digits</translation>
    </message>
    <message>
      <source>补 0</source>
      <translation>Fill with 0</translation>
    </message>
    <message>
      <source>请先切换到要改的那张表</source>
      <translation>Please switch to the table to be changed first</translation>
    </message>
    <message>
      <source>这张表还没有填</source>
      <translation>This table is not filled in yet</translation>
    </message>
    <message>
      <source>重算 {count} 处总计</source>
      <translation>Recalculate totals ({count})</translation>
    </message>
  </context>
  <context>
    <name>Jobs</name>
    <message>
      <source>程序出了意外的错误，这一步没有完成，文件没有动。</source>
      <translation>Something unexpected went wrong; this step was not completed and no file was touched.</translation>
    </message>
  </context>
  <context>
    <name>Keeper</name>
    <message>
      <source>程序的数据文件夹不能写入：万一断电，没有保存的改动会丢，请勤按 Ctrl+S</source>
      <translation>The program's data folder cannot be written to: after a power cut unsaved changes would be lost, so please press Ctrl+S often</translation>
    </message>
  </context>
  <context>
    <name>Kinds</name>
    <message>
      <source>{name}：{number} 份报告</source>
      <translation>{name}: {number} reports</translation>
    </message>
    <message>
      <source>全部报告</source>
      <translation>All reports</translation>
    </message>
    <message>
      <source>按问题(&amp;K)</source>
      <translation>&amp;Kinds of problems</translation>
    </message>
    <message>
      <source>按问题筛选</source>
      <translation>Filter by kind of problem</translation>
    </message>
  </context>
  <context>
    <name>LastYearButton</name>
    <message>
      <source>上年报告</source>
      <translation>Last year's report</translation>
    </message>
    <message>
      <source>上年：{year} 年度</source>
      <translation>Last year: {year}</translation>
    </message>
    <message>
      <source>上年：已选</source>
      <translation>Last year: chosen</translation>
    </message>
    <message>
      <source>关掉上年核对</source>
      <translation>Stop Checking Against Last Year</translation>
    </message>
    <message>
      <source>换一份…</source>
      <translation>Choose Another…</translation>
    </message>
    <message>
      <source>正在用上年报告“{name}”核对</source>
      <translation>Checking against last year's report “{name}”</translation>
    </message>
  </context>
  <context>
    <name>LastYearInUse</name>
    <message>
      <source>“{name}”就是正在核对的这份报告，请选上年的</source>
      <translation>“{name}” is the very report being checked; please choose last year's</translation>
    </message>
    <message>
      <source>不再用上年报告核对</source>
      <translation>No longer checking against last year's report</translation>
    </message>
    <message>
      <source>不用它</source>
      <translation>Do Not Use It</translation>
    </message>
    <message>
      <source>已找到上年报告“{name}”，用来核对上年结转等</source>
      <translation>Found last year's report “{name}” and used it to check carried-over requests and so on</translation>
    </message>
    <message>
      <source>已用“{name}”核对上年结转等</source>
      <translation>Checked carried-over requests and so on against “{name}”</translation>
    </message>
    <message>
      <source>选择上年报告</source>
      <translation>Choose last year's report</translation>
    </message>
  </context>
  <context>
    <name>ListView</name>
    <message>
      <source>列标题，单击排序</source>
      <translation>Headings, click to sort</translation>
    </message>
    <message>
      <source>核对过的报告</source>
      <translation>Reports checked</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>年报勾稽校核</source>
      <translation>Gouji</translation>
    </message>
  </context>
  <context>
    <name>Making</name>
    <message>
      <source>取消</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>正在导出“{name}”…</source>
      <translation>Exporting “{name}”…</translation>
    </message>
  </context>
  <context>
    <name>Memory</name>
    <message>
      <source>“{name}”所在的文件夹不能写入，“核实无误”的标记只记到关闭这份报告为止</source>
      <translation>The folder of “{name}” cannot be written to, so confirmations last only until this report is closed</translation>
    </message>
    <message>
      <source>示例报告在程序的文件夹里，“核实无误”的标记只记到关闭这份报告为止</source>
      <translation>The sample lies in the program's own folder, so confirmations last only until this report is closed</translation>
    </message>
  </context>
  <context>
    <name>Mender</name>
    <message>
      <source>已恢复 {count} 处问题</source>
      <translation>Problems restored: {count}</translation>
    </message>
    <message>
      <source>已标为核实无误：{what}，可在右下“已核实”里恢复</source>
      <translation>Confirmed as correct: {what}; you can restore it under “Confirmed” at the lower right</translation>
    </message>
    <message>
      <source>已采纳 {count} 处首选</source>
      <translation>Best corrections accepted: {count}</translation>
    </message>
    <message>
      <source>已采纳：{what}</source>
      <translation>Accepted: {what}</translation>
    </message>
    <message>
      <source>有几种改法同样说得通，请在右边选一种采纳</source>
      <translation>Several corrections are equally plausible; please choose one on the right</translation>
    </message>
    <message>
      <source>有几种改法同样说得通，请逐处选一种采纳</source>
      <translation>Several corrections are equally plausible; please choose one for each problem</translation>
    </message>
    <message>
      <source>正在重新核对，请稍候</source>
      <translation>Checking again, one moment please</translation>
    </message>
    <message>
      <source>没有可以采纳的改法</source>
      <translation>There is no correction to accept</translation>
    </message>
    <message>
      <source>这里没有可以采纳的改法</source>
      <translation>There is no correction to accept here</translation>
    </message>
    <message>
      <source>这里没有要核实的问题</source>
      <translation>There is no problem to confirm here</translation>
    </message>
    <message>
      <source>采纳全部首选（{count} 处）</source>
      <translation>Accept all best corrections ({count})</translation>
    </message>
    <message>
      <source>采纳：{what}</source>
      <translation>Accept: {what}</translation>
    </message>
    <message>
      <source>，其中 {count} 处只是“可能”，请对照底稿</source>
      <translation>, of which {count} only “possible”; please compare with your records</translation>
    </message>
    <message>
      <source>；另有 {count} 处几种改法同样可能，没有采纳，请逐处选定</source>
      <translation>; another {count} have several equally likely corrections and were left, please choose one by one</translation>
    </message>
  </context>
  <context>
    <name>Menus</name>
    <message>
      <source>外观</source>
      <translation>Appearance</translation>
    </message>
    <message>
      <source>导出(&amp;X)</source>
      <translation>E&amp;xport</translation>
    </message>
    <message>
      <source>工具栏</source>
      <translation>Tool bar</translation>
    </message>
    <message>
      <source>帮助(&amp;H)</source>
      <translation>&amp;Help</translation>
    </message>
    <message>
      <source>文件(&amp;F)</source>
      <translation>&amp;File</translation>
    </message>
    <message>
      <source>查看(&amp;V)</source>
      <translation>&amp;View</translation>
    </message>
    <message>
      <source>浅色</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>深色</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>编辑(&amp;E)</source>
      <translation>&amp;Edit</translation>
    </message>
    <message>
      <source>跟随系统</source>
      <translation>As the system</translation>
    </message>
    <message>
      <source>高对比度</source>
      <translation>High contrast</translation>
    </message>
    <message>
      <source>（还没有）</source>
      <translation>(None Yet)</translation>
    </message>
  </context>
  <context>
    <name>MessageBar</name>
    <message>
      <source>关闭这条消息</source>
      <translation>Dismiss this message</translation>
    </message>
    <message>
      <source>逐条看</source>
      <translation>Show each</translation>
    </message>
  </context>
  <context>
    <name>NumberEditor</name>
    <message>
      <source>改成</source>
      <translation>Change to</translation>
    </message>
  </context>
  <context>
    <name>OfferBox</name>
    <message>
      <source>{deed}：{offer}</source>
      <translation>{deed}: {offer}</translation>
    </message>
    <message>
      <source>在表格里看看改后的数，不改动报告</source>
      <translation>See the new numbers in the table without changing the report</translation>
    </message>
    <message>
      <source>采纳</source>
      <translation>Accept</translation>
    </message>
    <message>
      <source>预览</source>
      <translation>Preview</translation>
    </message>
  </context>
  <context>
    <name>Paper</name>
    <message>
      <source>{name}（在“{name}”页）</source>
      <translation>{name} (on the tab “{name}”)</translation>
    </message>
    <message>
      <source>（这里有一张表格，不是表二、表三、表四，没有显示）</source>
      <translation>(There is a table here that is not table 2, 3 or 4; it is not shown)</translation>
    </message>
  </context>
  <context>
    <name>ProblemCard</name>
    <message>
      <source>其他改法 {count} 种</source>
      <translation>Other corrections: {count}</translation>
    </message>
    <message>
      <source>数没有错：写明原因，这处问题不再计数</source>
      <translation>The number is right: give the reason, and this problem no longer counts</translation>
    </message>
    <message>
      <source>核实无误…</source>
      <translation>Confirm as Correct…</translation>
    </message>
    <message>
      <source>核实无误：{what}</source>
      <translation>Confirm as correct: {what}</translation>
    </message>
  </context>
  <context>
    <name>Problems</name>
    <message>
      <source>{one} 等 {count} 格</source>
      <translation>{one} and so on, cells: {count}</translation>
    </message>
    <message>
      <source>{table} · {count} 处勾稽不成立</source>
      <translation>{table} · equations that do not hold: {count}</translation>
    </message>
    <message>
      <source>{table} · 出现负数</source>
      <translation>{table} · negative number</translation>
    </message>
    <message>
      <source>以下 {count} 种改法之一，请对照底稿选定</source>
      <translation>One of these {count} corrections; please choose by your records</translation>
    </message>
    <message>
      <source>会使 {count} 处勾稽不成立，如{what}</source>
      <translation>Would break {count} sums, such as {what}</translation>
    </message>
    <message>
      <source>会使勾稽不成立：{what}</source>
      <translation>Would break a sum: {what}</translation>
    </message>
    <message>
      <source>可能应改为</source>
      <translation>Possibly</translation>
    </message>
    <message>
      <source>建议改为</source>
      <translation>Suggested</translation>
    </message>
    <message>
      <source>空白</source>
      <translation>blank</translation>
    </message>
  </context>
  <context>
    <name>ProblemsArea</name>
    <message>
      <source>建议的改法</source>
      <translation>Suggested corrections</translation>
    </message>
  </context>
  <context>
    <name>ProgressStrip</name>
    <message>
      <source>{h} 小时 {n} 分钟</source>
      <translation>{h} h {n} min</translation>
    </message>
    <message>
      <source>{n} 分钟</source>
      <translation>{n} min</translation>
    </message>
    <message>
      <source>{n} 秒</source>
      <translation>{n} s</translation>
    </message>
    <message>
      <source>停下来；已经核对的留在列表里</source>
      <translation>Stop; what was checked stays in the list</translation>
    </message>
    <message>
      <source>取消</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>大约还要 {time}</source>
      <translation>about {time} to go</translation>
    </message>
    <message>
      <source>已核对 {done} / {total} 份</source>
      <translation>{done} of {total} checked</translation>
    </message>
    <message>
      <source>正在停下来…</source>
      <translation>Stopping…</translation>
    </message>
    <message>
      <source>正在找报告…</source>
      <translation>Looking for reports…</translation>
    </message>
    <message>
      <source>每秒 {rate} 份</source>
      <translation>{rate} per second</translation>
    </message>
    <message>
      <source>进度</source>
      <translation>Progress</translation>
    </message>
  </context>
  <context>
    <name>Punctuation</name>
    <message>
      <source>、</source>
      <translation>, </translation>
    </message>
    <message>
      <source>，</source>
      <translation>, </translation>
    </message>
    <message>
      <source>；</source>
      <translation>; </translation>
    </message>
  </context>
  <context>
    <name>Recoverer</name>
    <message>
      <source>“{name}”{count} 处（{when:%m-%d %H:%M}）</source>
      <translation>“{name}” {count} ({when:%d %b %H:%M})</translation>
    </message>
    <message>
      <source>上次没有保存的改动：{what}</source>
      <translation>Changes not saved last time: {what}</translation>
    </message>
    <message>
      <source>丢弃…</source>
      <translation>Discard…</translation>
    </message>
    <message>
      <source>列出的地方内容没有变，可以照上次的改。</source>
      <translation>What stands in the places listed has not changed, so they can be changed as before.</translation>
    </message>
    <message>
      <source>另有 {count} 处已经不是上次的内容，不会改动，请对照底稿手工改。</source>
      <translation>{count} more no longer hold what they did; they stay as they are, please correct them by hand.</translation>
    </message>
    <message>
      <source>已恢复上次没有保存的 {count} 处改动，请保存；不要的话按 Ctrl+Z 撤销</source>
      <translation>{count} unsaved changes restored, please save; press Ctrl+Z to undo if they are not wanted</translation>
    </message>
    <message>
      <source>恢复</source>
      <translation>Restore</translation>
    </message>
    <message>
      <source>恢复上次没有保存的改动</source>
      <translation>Restore unsaved changes</translation>
    </message>
    <message>
      <source>恢复上次的 {count} 处改动</source>
      <translation>restore {count} earlier changes</translation>
    </message>
    <message>
      <source>等 {count} 份</source>
      <translation>{count} reports in all</translation>
    </message>
    <message>
      <source>这份报告后来又被改过，上次没有保存的 {count} 处改动没有自动恢复</source>
      <translation>This report has changed since; the {count} changes not saved last time were not restored by themselves</translation>
    </message>
    <message>
      <source>逐处查看…</source>
      <translation>Look through…</translation>
    </message>
  </context>
  <context>
    <name>RemarkLine</name>
    <message>
      <source>在文件管理器里打开写好的文件所在的文件夹</source>
      <translation>Open the folder of what was written in the file manager</translation>
    </message>
    <message>
      <source>打开文件夹</source>
      <translation>Open Folder</translation>
    </message>
  </context>
  <context>
    <name>ReportPage</name>
    <message>
      <source>这份文件里没有找到政府信息公开年度报告的三张法定表格。请检查是否选错了文件；如果表格是图片，请打开含有可编辑表格的原稿。</source>
      <translation>The three statutory tables of an annual report on government information disclosure were not found in this file. Please check whether it is the right file; if its tables are pictures, open the original with editable tables.</translation>
    </message>
  </context>
  <context>
    <name>Reports</name>
    <message>
      <source>{path}
必改 {errors} 处</source>
      <translation>{path}
Must fix: {errors}</translation>
    </message>
    <message>
      <source>关闭“{name}”</source>
      <translation>Close “{name}”</translation>
    </message>
    <message>
      <source>打开的报告</source>
      <translation>Open reports</translation>
    </message>
    <message>
      <source>没有要保存的改动</source>
      <translation>There are no changes to save</translation>
    </message>
    <message>
      <source>这份文件又回来了，内容没有变</source>
      <translation>The file is back, unchanged</translation>
    </message>
    <message>
      <source>这份文件在别处被删除或移走了；窗口里的内容还在，可以另存为</source>
      <translation>This file was deleted or moved elsewhere; what the window shows is still here and can be saved under another name</translation>
    </message>
    <message>
      <source>这份文件在别处被改过，窗口里还是打开时的内容</source>
      <translation>This file was changed elsewhere; the window still shows it as it was opened</translation>
    </message>
    <message>
      <source>重新打开</source>
      <translation>Open Again</translation>
    </message>
  </context>
  <context>
    <name>ReportsPage</name>
    <message>
      <source>没有符合筛选条件的报告。</source>
      <translation>No report fits the filter.</translation>
    </message>
  </context>
  <context>
    <name>Requirements</name>
    <message>
      <source>{wrong}这份报告先按全国统一的要求核对。</source>
      <translation>{wrong} For now this report is checked by the national requirements.</translation>
    </message>
    <message>
      <source>打开这个文件</source>
      <translation>Open This File</translation>
    </message>
    <message>
      <source>改好了，重新核对</source>
      <translation>Mended, Check Again</translation>
    </message>
  </context>
  <context>
    <name>RequirementsRow</name>
    <message>
      <source>本地要求(&amp;R)</source>
      <translation>Local &amp;requirements</translation>
    </message>
  </context>
  <context>
    <name>ResultPage</name>
    <message>
      <source>有的报告后来改过，这里还是改之前的结果。</source>
      <translation>Some reports have changed since; these are the results from before.</translation>
    </message>
    <message>
      <source>重新计算</source>
      <translation>Work out anew</translation>
    </message>
  </context>
  <context>
    <name>SearchBox</name>
    <message>
      <source>查找单位或文件</source>
      <translation>Find unit or file</translation>
    </message>
    <message>
      <source>查找单位或文件（Ctrl+F）</source>
      <translation>Find unit or file (Ctrl+F)</translation>
    </message>
  </context>
  <context>
    <name>SettingsDialog</name>
    <message>
      <source>上年报告(&amp;Y)</source>
      <translation>Last &amp;year's report</translation>
    </message>
    <message>
      <source>不填就用“{name}”</source>
      <translation>“{name}” if left empty</translation>
    </message>
    <message>
      <source>保存时留修订痕迹（Word 是修订，Excel 是批注，文本没有）</source>
      <translation>Leave revision marks when saving (Word: revisions, Excel: comments, text: none)</translation>
    </message>
    <message>
      <source>修订痕迹(&amp;M)</source>
      <translation>Revision &amp;marks</translation>
    </message>
    <message>
      <source>取消</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>只换窗口的语言；官方表格、问题的说明和导出的文件始终是中文。</source>
      <translation>Only for the window; the official tables, the explanations of problems and exported files are always in Chinese.</translation>
    </message>
    <message>
      <source>外观(&amp;A)</source>
      <translation>&amp;Appearance</translation>
    </message>
    <message>
      <source>打开报告时自动找同一单位的上年报告</source>
      <translation>Look for the same office's report of last year when opening one</translation>
    </message>
    <message>
      <source>浅色</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>深色</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>痕迹的作者(&amp;N)</source>
      <translation>Author's &amp;name</translation>
    </message>
    <message>
      <source>确定</source>
      <translation>OK</translation>
    </message>
    <message>
      <source>表格大小(&amp;Z)</source>
      <translation>Table &amp;zoom</translation>
    </message>
    <message>
      <source>设置</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>语言(&amp;L)</source>
      <translation>&amp;Language</translation>
    </message>
    <message>
      <source>跟随系统</source>
      <translation>As the system</translation>
    </message>
    <message>
      <source>高对比度</source>
      <translation>High contrast</translation>
    </message>
  </context>
  <context>
    <name>Severities</name>
    <message>
      <source>{word} {number} 处</source>
      <translation>{word}: {number}</translation>
    </message>
    <message>
      <source>必改</source>
      <translation>Must fix</translation>
    </message>
    <message>
      <source>提示</source>
      <translation>Hint</translation>
    </message>
    <message>
      <source>疑点</source>
      <translation>Doubtful</translation>
    </message>
  </context>
  <context>
    <name>Sheets</name>
    <message>
      <source>{name}（{count}）</source>
      <translation>{name} ({count})</translation>
    </message>
    <message>
      <source>报告的文字部分</source>
      <translation>The text of the report</translation>
    </message>
    <message>
      <source>报告里没有找到{name}</source>
      <translation>{name} was not found in the report</translation>
    </message>
    <message>
      <source>表二、表三、表四、正文</source>
      <translation>Table 2, Table 3, Table 4, Text</translation>
    </message>
    <message>
      <source>表格和正文</source>
      <translation>Tables and text</translation>
    </message>
    <message>
      <source>这份文件里只有表格，没有正文</source>
      <translation>This file has only tables and no text</translation>
    </message>
    <message>
      <source>这份文件里只有表格，没有正文可查</source>
      <translation>This file has only tables; there is no text to search</translation>
    </message>
  </context>
  <context>
    <name>Shell</name>
    <message>
      <source>年报勾稽校核</source>
      <translation>Gouji</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>最近打开</source>
      <translation>Recent Reports</translation>
    </message>
    <message>
      <source>示例报告</source>
      <translation>Sample Reports</translation>
    </message>
    <message>
      <source>重做</source>
      <translation>Redo</translation>
    </message>
  </context>
  <context>
    <name>SideBySide</name>
    <message>
      <source>上年</source>
      <translation>last year</translation>
    </message>
    <message>
      <source>上年是另一版格式，{table}不能逐格对照</source>
      <translation>Last year's report is on another form, so {table} cannot be compared cell by cell</translation>
    </message>
    <message>
      <source>上年（{year} 年度）</source>
      <translation>last year ({year})</translation>
    </message>
    <message>
      <source>小字是{year}的数，箭头表示相差十倍以上</source>
      <translation>The small print is {year}; an arrow marks more than ten times as much or as little</translation>
    </message>
  </context>
  <context>
    <name>Standing</name>
    <message>
      <source>{when.month}月{when.day}日</source>
      <translation>{when:%d %b}</translation>
    </message>
    <message>
      <source>{when.year}年{when.month}月{when.day}日</source>
      <translation>{when:%d %b %Y}</translation>
    </message>
    <message>
      <source>今天 {time}</source>
      <translation>Today {time}</translation>
    </message>
    <message>
      <source>昨天 {time}</source>
      <translation>Yesterday {time}</translation>
    </message>
    <message>
      <source>没有发现问题</source>
      <translation>No problems found</translation>
    </message>
    <message>
      <source>没有找到表格</source>
      <translation>No tables found</translation>
    </message>
  </context>
  <context>
    <name>Standings</name>
    <message>
      <source>不在名册</source>
      <translation>Not in register</translation>
    </message>
    <message>
      <source>名称不一致</source>
      <translation>Other name</translation>
    </message>
    <message>
      <source>年度不符</source>
      <translation>Wrong year</translation>
    </message>
    <message>
      <source>未报</source>
      <translation>Missing</translation>
    </message>
    <message>
      <source>迟报</source>
      <translation>Late</translation>
    </message>
    <message>
      <source>重复报</source>
      <translation>Repeated</translation>
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <source>上年的报告不用另外打开：和今年的放在一个文件夹里，会自动找到，用来核对上年结转。</source>
      <translation>Last year's report need not be opened: kept in the same folder as this year's, it is found by itself and used to check what was carried over.</translation>
    </message>
    <message>
      <source>拿示例试一试(&amp;E)</source>
      <translation>Try an &amp;example</translation>
    </message>
    <message>
      <source>最近打开(&amp;R)</source>
      <translation>&amp;Recent reports</translation>
    </message>
    <message>
      <source>最近打开的报告</source>
      <translation>Recent reports</translation>
    </message>
    <message>
      <source>示例报告</source>
      <translation>Sample Reports</translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>与打开时的内容相同</source>
      <translation>the same as when it was opened</translation>
    </message>
    <message>
      <source>已保存到“{name}”，{what}（{folder}）</source>
      <translation>Saved to “{name}”, {what} ({folder})</translation>
    </message>
    <message>
      <source>已导出“{name}”（{folder}）</source>
      <translation>Exported “{name}” ({folder})</translation>
    </message>
    <message>
      <source>已替换原件“{name}”，{what}；原来的内容备份在“{backup}”（{folder}）</source>
      <translation>Original “{name}” replaced, {what}; what it was before is kept in “{backup}” ({folder})</translation>
    </message>
    <message>
      <source>改了 {count} 格</source>
      <translation>cells changed: {count}</translation>
    </message>
    <message>
      <source>改了正文 {count} 段</source>
      <translation>paragraphs changed: {count}</translation>
    </message>
    <message>
      <source>留有修订痕迹</source>
      <translation>with revision marks</translation>
    </message>
  </context>
  <context>
    <name>SumsModel</name>
    <message>
      <source>本级报告写的是 {own}，各单位合计是 {total}</source>
      <translation>Your own report says {own}, the sum of all units is {total}</translation>
    </message>
  </context>
  <context>
    <name>SumsPage</name>
    <message>
      <source>{count} 份 {edition} 版报告</source>
      <translation>{count} reports on the {edition} form</translation>
    </message>
    <message>
      <source>{of}的合计。</source>
      <translation>Sums of {of}.</translation>
    </message>
    <message>
      <source>其中 {count} 份缺格或有的格不是数，只加了能加的：{names}。</source>
      <translation> {count} of them lack cells or hold something other than numbers; only what could be added was: {names}.</translation>
    </message>
    <message>
      <source>另有 {count} 份没有加进去，因为年度不同，或是同一单位又交了一遍：{names}。</source>
      <translation> {count} more were not added, being of another year or handed in once more by the same unit: {names}.</translation>
    </message>
    <message>
      <source>汇总的各张表</source>
      <translation>Tables of the sums</translation>
    </message>
    <message>
      <source>没有可以汇总的报告。</source>
      <translation>There is no report to add up.</translation>
    </message>
    <message>
      <source>画角的 {count} 格与本级报告不同。</source>
      <translation> The {count} cells with a corner mark differ from your own report.</translation>
    </message>
    <message>
      <source>（{edition} 版）</source>
      <translation> ({edition})</translation>
    </message>
  </context>
  <context>
    <name>Talk</name>
    <message>
      <source>{suffix} 文件 (*.{suffix})</source>
      <translation>{suffix} files (*.{suffix})</translation>
    </message>
    <message>
      <source>{what}。</source>
      <translation>{what}.</translation>
    </message>
    <message>
      <source>“{name}”是“{own}”的上年报告。</source>
      <translation>“{name}” is last year's report of “{own}”.</translation>
    </message>
    <message>
      <source>“{name}”是原件，保存会直接替换它。</source>
      <translation>“{name}” is the original; saving replaces it.</translation>
    </message>
    <message>
      <source>“{name}”有 {count} 处改动还没有保存。</source>
      <translation>“{name}” has unsaved changes ({count}).</translation>
    </message>
    <message>
      <source>“{name}”有改动还没有保存。</source>
      <translation>“{name}” has unsaved changes.</translation>
    </message>
    <message>
      <source>上年报告</source>
      <translation>Last year's report</translation>
    </message>
    <message>
      <source>上次没有保存的改动会丢弃：{what}。</source>
      <translation>The changes not saved last time will be discarded: {what}.</translation>
    </message>
    <message>
      <source>不保存</source>
      <translation>Do Not Save</translation>
    </message>
    <message>
      <source>不像上年报告</source>
      <translation>Not like last year's report</translation>
    </message>
    <message>
      <source>不留痕迹保存</source>
      <translation>Save Without Marks</translation>
    </message>
    <message>
      <source>丢弃</source>
      <translation>Discard</translation>
    </message>
    <message>
      <source>丢弃以后就找不回来了；报告文件不受影响。</source>
      <translation>They cannot be brought back afterwards; the report itself is not touched.</translation>
    </message>
    <message>
      <source>丢弃改动</source>
      <translation>Discard changes</translation>
    </message>
    <message>
      <source>仍然使用</source>
      <translation>Use It All the Same</translation>
    </message>
    <message>
      <source>仍然使用的话，和它对不上的地方只算疑点。</source>
      <translation>If you use it all the same, what disagrees with it only counts as doubtful.</translation>
    </message>
    <message>
      <source>作为上年报告核对</source>
      <translation>Check Against It</translation>
    </message>
    <message>
      <source>保存</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>关闭之前要保存吗？保存会另存一份“（已更正）”，原件不动。</source>
      <translation>Save before closing? A corrected copy “（已更正）” is written; the original is left alone.</translation>
    </message>
    <message>
      <source>出了意外的错误</source>
      <translation>Unexpected error</translation>
    </message>
    <message>
      <source>单独打开</source>
      <translation>Open It Separately</translation>
    </message>
    <message>
      <source>取消</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>另存为</source>
      <translation>Save as</translation>
    </message>
    <message>
      <source>另存为…</source>
      <translation>Save As…</translation>
    </message>
    <message>
      <source>可以不留痕迹，只把改好的数存进去；改动仍可在“改动对照”里看到。</source>
      <translation>You can save the corrected numbers without marks; the changes can still be seen under “Changes”.</translation>
    </message>
    <message>
      <source>名册 (*.xlsx *.xlsm *.csv)</source>
      <translation>Register (*.xlsx *.xlsm *.csv)</translation>
    </message>
    <message>
      <source>复制详细信息</source>
      <translation>Copy Details</translation>
    </message>
    <message>
      <source>想留住这些改动，请先取消，再用“另存为”保存。</source>
      <translation>To keep the changes, cancel and use “Save As” first.</translation>
    </message>
    <message>
      <source>所有文件 (*)</source>
      <translation>All files (*)</translation>
    </message>
    <message>
      <source>打开报告</source>
      <translation>Open reports</translation>
    </message>
    <message>
      <source>报告 ({patterns})</source>
      <translation>Reports ({patterns})</translation>
    </message>
    <message>
      <source>报告和窗口里的改动都没有动。</source>
      <translation>The report and the changes in the window are as they were. Please try another place.</translation>
    </message>
    <message>
      <source>换个名字…</source>
      <translation>Another Name…</translation>
    </message>
    <message>
      <source>改动还在窗口里，没有丢。</source>
      <translation>Your changes are still in the window; nothing is lost. Try saving elsewhere.</translation>
    </message>
    <message>
      <source>放弃改动</source>
      <translation>Discard changes</translation>
    </message>
    <message>
      <source>放弃改动并重新打开</source>
      <translation>Discard and Open Again</translation>
    </message>
    <message>
      <source>文件已存在</source>
      <translation>File exists</translation>
    </message>
    <message>
      <source>替换前会在同一文件夹里留一份备份，名字带“（更正前备份）”。</source>
      <translation>A backup is kept in the same folder first; its name ends in “（更正前备份）”.</translation>
    </message>
    <message>
      <source>替换原件</source>
      <translation>Replace Original</translation>
    </message>
    <message>
      <source>本地要求 (*.toml)</source>
      <translation>Local requirements (*.toml)</translation>
    </message>
    <message>
      <source>没有保存</source>
      <translation>Not saved</translation>
    </message>
    <message>
      <source>没有导出</source>
      <translation>Not exported</translation>
    </message>
    <message>
      <source>用它核对上年结转等，还是单独打开来校核？</source>
      <translation>Use it to check carried-over requests and so on, or open it as a report of its own?</translation>
    </message>
    <message>
      <source>留不下修订痕迹</source>
      <translation>Revision marks cannot be left</translation>
    </message>
    <message>
      <source>知道了</source>
      <translation>OK</translation>
    </message>
    <message>
      <source>覆盖</source>
      <translation>Overwrite</translation>
    </message>
    <message>
      <source>覆盖后，那份文件里原来的内容就没有了。</source>
      <translation>If you overwrite it, what that file holds now is gone.</translation>
    </message>
    <message>
      <source>详细信息</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>还没有保存</source>
      <translation>Not saved yet</translation>
    </message>
    <message>
      <source>这个文件夹里已经有“{name}”。</source>
      <translation>There is a “{name}” in this folder already.</translation>
    </message>
    <message>
      <source>选择应报送单位名册</source>
      <translation>Choose the register of units</translation>
    </message>
    <message>
      <source>选择本地要求文件</source>
      <translation>Choose a file of local requirements</translation>
    </message>
    <message>
      <source>重新打开“{name}”会放弃 {count} 处还没有保存的改动。</source>
      <translation>Opening “{name}” again discards unsaved changes ({count}).</translation>
    </message>
    <message>
      <source>重新打开“{name}”会放弃还没有保存的改动。</source>
      <translation>Opening “{name}” again discards unsaved changes.</translation>
    </message>
  </context>
  <context>
    <name>Text</name>
    <message>
      <source>对应{cell}等 {count} 格，合计 {total}</source>
      <translation>Stands for {cell} and so on, cells: {count}, sum {total}</translation>
    </message>
    <message>
      <source>对应{cell}：{text}</source>
      <translation>Stands for {cell}: {text}</translation>
    </message>
    <message>
      <source>空白</source>
      <translation>blank</translation>
    </message>
  </context>
  <context>
    <name>TextSheet</name>
    <message>
      <source>报告正文</source>
      <translation>Text of the report</translation>
    </message>
  </context>
  <context>
    <name>TextView</name>
    <message>
      <source>改这个数…</source>
      <translation>Change This Number…</translation>
    </message>
    <message>
      <source>转到对应的格</source>
      <translation>Go to Its Cell</translation>
    </message>
    <message>
      <source>这里没有可以直接改的数；用 Tab 移到带下划线的数上</source>
      <translation>There is no number to change here; Tab goes to the underlined numbers</translation>
    </message>
  </context>
  <context>
    <name>Tour</name>
    <message>
      <source>保存</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>同意建议就点“采纳”；不同意，就在格里输入正确的数。都可以撤销。</source>
      <translation>If you agree, press “Accept”; if not, type the right number into the cell. Everything can be undone.</translation>
    </message>
    <message>
      <source>把年度报告拖到窗口里，或者点“打开”。下面用一份虚构的示例报告走一遍。</source>
      <translation>Drop an annual report on the window, or use “Open”. Let us walk through with a made-up sample report.</translation>
    </message>
    <message>
      <source>按 Ctrl+S，另存一份“（已更正）”，原件不动。以后可以在“帮助”里再看一遍。</source>
      <translation>Ctrl+S saves a corrected copy “（已更正）”; the original is left alone. You find this tour again in the help menu.</translation>
    </message>
    <message>
      <source>放进来</source>
      <translation>Drop</translation>
    </message>
    <message>
      <source>看一眼</source>
      <translation>Look</translation>
    </message>
    <message>
      <source>这一行说有几处必改、几处疑点；下面每张表和正文的标签上也写着各有几处。</source>
      <translation>This line says how much must be fixed and how much is doubtful; the tabs below say where.</translation>
    </message>
    <message>
      <source>逐个看</source>
      <translation>One by one</translation>
    </message>
    <message>
      <source>采纳</source>
      <translation>Accept</translation>
    </message>
    <message>
      <source>问题都列在这里。点一下，左边就跳到那几格；按 F8 到下一处，按 F1 看依据。</source>
      <translation>All problems are listed here. A click goes to their cells on the left; F8 goes to the next one, F1 tells its basis.</translation>
    </message>
  </context>
  <context>
    <name>Undoing</name>
    <message>
      <source>已撤销：{what}</source>
      <translation>Undone: {what}</translation>
    </message>
    <message>
      <source>已重做：{what}</source>
      <translation>Redone: {what}</translation>
    </message>
  </context>
  <context>
    <name>Unopened</name>
    <message>
      <source>{count} 份文件打不开</source>
      <translation>{count} files could not be opened</translation>
    </message>
  </context>
  <context>
    <name>VerifyDialog</name>
    <message>
      <source>一件申请有几种处理结果，按实际填报</source>
      <translation>One request had several outcomes and is reported as it was</translation>
    </message>
    <message>
      <source>上年数据有更正，报告中已说明</source>
      <translation>Last year's figures were corrected, as the report says</translation>
    </message>
    <message>
      <source>为什么不用改？</source>
      <translation>Why need it not be changed?</translation>
    </message>
    <message>
      <source>其他原因</source>
      <translation>Other reason</translation>
    </message>
    <message>
      <source>其他：</source>
      <translation>Other:</translation>
    </message>
    <message>
      <source>写明原因</source>
      <translation>Give the reason</translation>
    </message>
    <message>
      <source>取消</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>已与底稿核对，数据无误</source>
      <translation>Compared with the records, the figures are right</translation>
    </message>
    <message>
      <source>机构改革，有申请划入或划出</source>
      <translation>Reorganisation: requests were taken over or handed over</translation>
    </message>
    <message>
      <source>标记后不再计数，下次打开这份报告时也一样；这里的数或文字一改动，问题会重新出现。标记记在报告旁边的小文件里，报告本身不动。</source>
      <translation>It no longer counts, now and when the report is opened again; it comes back as soon as the number or text here is changed. The mark is kept in a small file beside the report, which itself is left alone.</translation>
    </message>
    <message>
      <source>核实无误</source>
      <translation>Confirm as Correct</translation>
    </message>
    <message>
      <source>等 {count} 处</source>
      <translation>and so on, {count} in all</translation>
    </message>
  </context>
  <context>
    <name>Waiting</name>
    <message>
      <source>取消</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>正在打开“{name}”…</source>
      <translation>Opening “{name}”…</translation>
    </message>
    <message>
      <source>正在用 {suite} 转换“{name}”…</source>
      <translation>{suite} is converting “{name}”…</translation>
    </message>
    <message>
      <source>还有 {behind} 份</source>
      <translation> {behind} more</translation>
    </message>
  </context>
  <context>
    <name>Where</name>
    <message>
      <source>正文</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>表三</source>
      <translation>Table 3</translation>
    </message>
    <message>
      <source>表二</source>
      <translation>Table 2</translation>
    </message>
    <message>
      <source>表四</source>
      <translation>Table 4</translation>
    </message>
  </context>
  <context>
    <name>Writing</name>
    <message>
      <source>写了 {count} 份退改意见单，在“{name}”里</source>
      <translation>{count} return notices written to “{name}”</translation>
    </message>
    <message>
      <source>正在写汇总…</source>
      <translation>Writing the summary…</translation>
    </message>
    <message>
      <source>正在写退改意见单…</source>
      <translation>Writing the return notices…</translation>
    </message>
    <message>
      <source>汇总已经写好：{name}</source>
      <translation>Summary written: {name}</translation>
    </message>
    <message>
      <source>选择放退改意见单的文件夹</source>
      <translation>Choose the folder for the return notices</translation>
    </message>
  </context>
  <context>
    <name>_Requirements</name>
    <message>
      <source>不用</source>
      <translation>None</translation>
    </message>
    <message>
      <source>不用本地要求文件</source>
      <translation>Use no file of local requirements</translation>
    </message>
    <message>
      <source>已新建并打开，改好后保存即可。</source>
      <translation>Made and opened; change it and save it.</translation>
    </message>
    <message>
      <source>所有报告都照它核对：{name}</source>
      <translation>All reports are checked by it: {name}</translation>
    </message>
    <message>
      <source>报告旁边有 {name} 就照它核对，没有就只按全国统一的要求核对。</source>
      <translation>If there is a {name} beside a report, it is checked by that; if not, by the national requirements alone.</translation>
    </message>
    <message>
      <source>新建示例文件…</source>
      <translation>New Example File…</translation>
    </message>
    <message>
      <source>没有选定</source>
      <translation>None chosen</translation>
    </message>
    <message>
      <source>示例文件放在哪个文件夹</source>
      <translation>Folder for the example file</translation>
    </message>
    <message>
      <source>选择…</source>
      <translation>Choose…</translation>
    </message>
    <message>
      <source>选择本地要求文件</source>
      <translation>Choose a file of local requirements</translation>
    </message>
  </context>
  <context>
    <name>clipboard</name>
    <message>
      <source>{count} 格不是数</source>
      <translation>{count} are no numbers</translation>
    </message>
    <message>
      <source>{count} 格不能改</source>
      <translation>{count} cannot be changed</translation>
    </message>
    <message>
      <source>{count} 格落在表格外</source>
      <translation>{count} outside the table</translation>
    </message>
    <message>
      <source>已粘贴 {count} 格</source>
      <translation>Cells pasted: {count}</translation>
    </message>
    <message>
      <source>，没有粘贴：{reasons}</source>
      <translation>, not pasted: {reasons}</translation>
    </message>
  </context>
  <context>
    <name>commands</name>
    <message>
      <source>{name}：{change}</source>
      <translation>{name}: {change}</translation>
    </message>
    <message>
      <source>恢复已核实的问题</source>
      <translation>Restore a confirmed problem</translation>
    </message>
    <message>
      <source>改 {count} 处</source>
      <translation>Change places ({count})</translation>
    </message>
    <message>
      <source>改 {count} 格</source>
      <translation>Change cells ({count})</translation>
    </message>
    <message>
      <source>改 {name} {old} → {new}</source>
      <translation>Change {name} {old} → {new}</translation>
    </message>
    <message>
      <source>核实无误：{reason}</source>
      <translation>Confirm as correct: {reason}</translation>
    </message>
  </context>
  <context>
    <name>equations</name>
    <message>
      <source>{name}：{left_name} {left}，{right_name} {right}，不成立，差 {difference}</source>
      <translation>{name}: {left_name} {left}, {right_name} {right}, does not hold, difference {difference}</translation>
    </message>
    <message>
      <source>{name}：{left}＝{right}，成立（{left_name}＝{right_name}）</source>
      <translation>{name}: {left} = {right}, holds ({left_name} = {right_name})</translation>
    </message>
    <message>
      <source>{name}：{left}＝{right}，有的格不是数，没有核对</source>
      <translation>{name}: {left} = {right}, not checked, a cell is no number</translation>
    </message>
    <message>
      <source>{name}：{left}＝{right}，有的格子没有数，没有核对</source>
      <translation>{name}: {left} = {right}, not checked, a cell is blank</translation>
    </message>
    <message>
      <source>各栏之和</source>
      <translation>sum of the columns</translation>
    </message>
    <message>
      <source>总计</source>
      <translation>total</translation>
    </message>
    <message>
      <source>第一项＋第二项</source>
      <translation>item 1 + item 2</translation>
    </message>
    <message>
      <source>第三项总计</source>
      <translation>total of item 3</translation>
    </message>
    <message>
      <source>第三项总计＋第四项</source>
      <translation>total of item 3 + item 4</translation>
    </message>
    <message>
      <source>这张表还没有填</source>
      <translation>This table is not filled in yet</translation>
    </message>
    <message>
      <source>（一）至（六）各行之和</source>
      <translation>sum of rows (1) to (6)</translation>
    </message>
  </context>
  <context>
    <name>following</name>
    <message>
      <source>{name}：现行有效 {now}，上年现行有效 {then}＋制发 {added}－废止 {taken}＝{expected}，</source>
      <translation>{name}: in force {now}; in force last year {then} + issued {added} − repealed {taken} = {expected}, </translation>
    </message>
    <message>
      <source>一致</source>
      <translation>agrees</translation>
    </message>
    <message>
      <source>上年报告“结转下年度” {then}，</source>
      <translation>Carried over in last year's report: {then}, </translation>
    </message>
    <message>
      <source>不一致，差 {gap}</source>
      <translation>disagrees, difference {gap}</translation>
    </message>
  </context>
  <context>
    <name>years</name>
    <message>
      <source>上年 {text}</source>
      <translation>last year {text}</translation>
    </message>
    <message>
      <source>上年报告没有这一格</source>
      <translation>Last year's report lacks this cell</translation>
    </message>
    <message>
      <source>空白</source>
      <translation>blank</translation>
    </message>
    <message>
      <source>，本年不到上年的十分之一</source>
      <translation>, less than a tenth of last year's</translation>
    </message>
    <message>
      <source>，本年是上年的十倍以上</source>
      <translation>, more than ten times last year's</translation>
    </message>
  </context>
</TS>
