<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>CabinetEvents</name>
    <message>
        <source>%1 is on line from %2</source>
        <translation>%1 已從 %2 上線</translation>
    </message>
    <message>
        <source>%1 closed the connection (%2)</source>
        <translation>%1 關閉了連線（%2）</translation>
    </message>
    <message>
        <source>The connection to %1 broke (%2)</source>
        <translation>與 %1 的連線中斷（%2）</translation>
    </message>
    <message>
        <source>%1 has sent nothing for %3 seconds (%2)</source>
        <translation>%1 已 %3 秒沒有發來任何資料（%2）</translation>
    </message>
    <message>
        <source>The connection of %1 from %2 was replaced by a newer one</source>
        <translation>%1 來自 %2 的連線已被更新的連線取代</translation>
    </message>
    <message>
        <source>%1 sent far too much and was disconnected (%2)</source>
        <translation>%1 發送的資料過多，已斷開（%2）</translation>
    </message>
    <message>
        <source>%1 does not read what it is sent and was disconnected (%2)</source>
        <translation>%1 不讀取發給它的資料，已斷開（%2）</translation>
    </message>
    <message>
        <source>%1 sent what cannot be a message and was disconnected (%2)</source>
        <translation>%1 發來的不是有效訊息，已斷開（%2）</translation>
    </message>
    <message>
        <source>%1 logged in again under another serial number and was disconnected (%2)</source>
        <translation>%1 以另一個序號再次登入，已斷開（%2）</translation>
    </message>
    <message>
        <source>The server was stopped; %1 was disconnected (%2)</source>
        <translation>伺服器已停止；%1 已斷開（%2）</translation>
    </message>
    <message>
        <source>%1 was taken off the list and disconnected (%2)</source>
        <translation>%1 已從名單中移除並斷開（%2）</translation>
    </message>
    <message>
        <source>%1 from %2 is not on the list of accepted cabinets</source>
        <translation>來自 %2 的 %1 不在已接受機櫃的名單中</translation>
    </message>
    <message>
        <source>%1 from %2 was refused: another cabinet uses this serial number</source>
        <translation>來自 %2 的 %1 被拒絕：另一台機櫃正在使用此序號</translation>
    </message>
    <message>
        <source>%1 sent a login that cannot be read</source>
        <translation>%1 發來的登入無法識別</translation>
    </message>
    <message>
        <source>%1 sent something else before its login</source>
        <translation>%1 在登入之前發送了其他內容</translation>
    </message>
    <message>
        <source>%1 connected and did not log in in time</source>
        <translation>%1 連線後未及時登入</translation>
    </message>
    <message>
        <source>Too many connections without a login; %1 was disconnected</source>
        <translation>未登入的連線過多；%1 已斷開</translation>
    </message>
    <message>
        <source>%1 was accepted</source>
        <translation>%1 已被接受</translation>
    </message>
    <message>
        <source>%1 from %2 was accepted by itself, as the settings say</source>
        <translation>按照設定，來自 %2 的 %1 已自動接受</translation>
    </message>
    <message>
        <source>%1 could not be accepted</source>
        <translation>無法接受 %1</translation>
    </message>
    <message>
        <source>%1 was taken off the list</source>
        <translation>%1 已從名單中移除</translation>
    </message>
    <message>
        <source>%1 could not be taken off the list</source>
        <translation>無法將 %1 從名單中移除</translation>
    </message>
    <message>
        <source>Name, place or strictness of %1 were changed</source>
        <translation>%1 的名稱、位置或嚴格程度已更改</translation>
    </message>
    <message>
        <source>%1 is connected twice: from %2 and from %3</source>
        <translation>%1 同時從 %2 和 %3 連線</translation>
    </message>
    <message>
        <source>Two cabinets fight for %1; new ones are refused for %2 seconds</source>
        <translation>兩台機櫃爭用 %1；%2 秒內拒絕新的連線</translation>
    </message>
    <message>
        <source>%1 sends wrong checksums; its messages are used</source>
        <translation>%1 發送的檢查碼錯誤；其訊息仍被采用</translation>
    </message>
    <message>
        <source>%1 sends wrong checksums; its messages are dropped</source>
        <translation>%1 發送的檢查碼錯誤；其訊息被丟棄</translation>
    </message>
    <message>
        <source>%1 sent a message of an unknown kind, %2</source>
        <translation>%1 發來了未知類型的訊息 %2</translation>
    </message>
    <message>
        <source>%1 answered what nobody had asked, %2</source>
        <translation>%1 發來了無人請求的回應 %2</translation>
    </message>
    <message>
        <source>%1 sent a message that cannot be read, %2</source>
        <translation>%1 發來了無法識別的訊息 %2</translation>
    </message>
    <message>
        <source>%1 needs a secret to be commanded</source>
        <translation>%1 需要金鑰才能接受命令</translation>
    </message>
    <message>
        <source>%3 was rented out of slot %2 of %1</source>
        <translation>%3 已從 %1 的 %2 號槽位租出</translation>
    </message>
    <message>
        <source>%1 did not give the power bank of slot %2</source>
        <translation>%1 沒有給出 %2 號槽位的行動電源</translation>
    </message>
    <message>
        <source>A rent of slot %2 was not sent to %1</source>
        <translation>對 %2 號槽位的租借未發送到 %1</translation>
    </message>
    <message>
        <source>%3 was rented out of slot %2 of %1: the answer came late</source>
        <translation>%3 已從 %1 的 %2 號槽位租出：回應遲到</translation>
    </message>
    <message>
        <source>%3 was ejected out of slot %2 of %1</source>
        <translation>%3 已從 %1 的 %2 號槽位彈出</translation>
    </message>
    <message>
        <source>%1 did not eject slot %2</source>
        <translation>%1 沒有彈出 %2 號槽位</translation>
    </message>
    <message>
        <source>An eject of slot %2 was not sent to %1</source>
        <translation>對 %2 號槽位的彈出未發送到 %1</translation>
    </message>
    <message>
        <source>%3 was ejected out of slot %2 of %1: the answer came late</source>
        <translation>%3 已從 %1 的 %2 號槽位彈出：回應遲到</translation>
    </message>
    <message>
        <source>Nobody knows whether slot %2 of %1 gave its power bank</source>
        <translation>不知道 %1 的 %2 號槽位是否給出了行動電源</translation>
    </message>
    <message>
        <source>Nobody knows whether slot %2 of %1 was ejected</source>
        <translation>不知道 %1 的 %2 號槽位是否已彈出</translation>
    </message>
    <message>
        <source>The inventory of %1 settles it: %3 left slot %2</source>
        <translation>%1 的盤點給出結論：%3 已離開 %2 號槽位</translation>
    </message>
    <message>
        <source>The inventory of %1 settles it: %3 stayed in slot %2</source>
        <translation>%1 的盤點給出結論：%3 仍在 %2 號槽位</translation>
    </message>
    <message>
        <source>%3 was returned to slot %2 of %1</source>
        <translation>%3 已歸還到 %1 的 %2 號槽位</translation>
    </message>
    <message>
        <source>The return of %3 to slot %2 of %1 could not be recorded</source>
        <translation>%3 歸還到 %1 的 %2 號槽位無法記錄</translation>
    </message>
    <message>
        <source>The return of %3 to slot %2 of %1 was refused: it is out of use</source>
        <translation>%3 歸還到 %1 的 %2 號槽位被拒絕：它已停用</translation>
    </message>
    <message>
        <source>The return of %3 to slot %2 of %1 is recorded already</source>
        <translation>%3 歸還到 %1 的 %2 號槽位已有記錄</translation>
    </message>
    <message>
        <source>The return of %3 to slot %2 of %1 was refused: nobody knows it</source>
        <translation>%3 歸還到 %1 的 %2 號槽位被拒絕：沒有它的記錄</translation>
    </message>
    <message>
        <source>The return of %3 to slot %2 of %1 was refused: %4 is there</source>
        <translation>%3 歸還到 %1 的 %2 號槽位被拒絕：其中是 %4</translation>
    </message>
    <message>
        <source>%1: %2 power banks are not where they were expected</source>
        <translation>%1：有 %2 個行動電源不在預期的位置</translation>
    </message>
    <message>
        <source>The inventory of %1 could not be recorded</source>
        <translation>無法記錄 %1 的盤點</translation>
    </message>
    <message>
        <source>%1, slot %2: a power bank left without a command (%3)</source>
        <translation>%1 的 %2 號槽位：行動電源未經命令離開（%3）</translation>
    </message>
    <message>
        <source>%1, slot %2: a return was seen but no power bank (%3)</source>
        <translation>%1 的 %2 號槽位：檢測到歸還，但沒有行動電源（%3）</translation>
    </message>
    <message>
        <source>%1, slot %2: the power bank %3 is faulty</source>
        <translation>%1 的 %2 號槽位：行動電源 %3 有故障</translation>
    </message>
    <message>
        <source>%1, slot %2 is jammed (%3)</source>
        <translation>%1 的 %2 號槽位卡住（%3）</translation>
    </message>
    <message>
        <source>%1, slot %2: the slot does not communicate (%3)</source>
        <translation>%1 的 %2 號槽位：槽位無法通訊（%3）</translation>
    </message>
    <message>
        <source>%1, slot %2: fault number %3</source>
        <translation>%1 的 %2 號槽位：故障編號 %3</translation>
    </message>
    <message>
        <source>%1 takes the reboot</source>
        <translation>%1 已接受重新啟動</translation>
    </message>
    <message>
        <source>%1 did not answer the reboot</source>
        <translation>%1 沒有回應重新啟動</translation>
    </message>
    <message>
        <source>%1 could not be told to reboot</source>
        <translation>無法讓 %1 重新啟動</translation>
    </message>
    <message>
        <source>%1 takes the upgrade %2</source>
        <translation>%1 已接受升級 %2</translation>
    </message>
    <message>
        <source>%1 did not answer the upgrade %2</source>
        <translation>%1 沒有回應升級 %2</translation>
    </message>
    <message>
        <source>%1 could not be told to upgrade to %2</source>
        <translation>無法讓 %1 升級到 %2</translation>
    </message>
    <message>
        <source>%1 will dial %2 after its next start, heartbeat every %3 s</source>
        <translation>%1 下次啟動後將連線 %2，每 %3 秒一次心跳</translation>
    </message>
    <message>
        <source>%1 did not answer the new server address %2, heartbeat every %3 s</source>
        <translation>%1 沒有回應新的伺服器位址 %2（每 %3 秒一次心跳）</translation>
    </message>
    <message>
        <source>%1 could not be given the server address %2, heartbeat every %3 s</source>
        <translation>無法為 %1 設定伺服器位址 %2（每 %3 秒一次心跳）</translation>
    </message>
    <message>
        <source>The volume of %1 is %2</source>
        <translation>%1 的音量為 %2</translation>
    </message>
    <message>
        <source>%1 refused the volume %2</source>
        <translation>%1 拒絕了音量 %2</translation>
    </message>
    <message>
        <source>%1 did not answer the volume %2</source>
        <translation>%1 沒有回應音量 %2</translation>
    </message>
    <message>
        <source>%1 could not be given the volume %2</source>
        <translation>無法為 %1 設定音量 %2</translation>
    </message>
    <message>
        <source>%1 was taken out of use: %2</source>
        <translation>%1 已停用：%2</translation>
    </message>
    <message>
        <source>%1 is in use again</source>
        <translation>%1 已恢復使用</translation>
    </message>
    <message>
        <source>Waiting for cabinets on %1</source>
        <translation>正在 %1 等待機櫃</translation>
    </message>
    <message>
        <source>No longer waiting for cabinets on %1</source>
        <translation>不再在 %1 等待機櫃</translation>
    </message>
    <message>
        <source>Another program uses %1</source>
        <translation>另一個程式正在使用 %1</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine</source>
        <translation>%1 不是本機的位址</translation>
    </message>
    <message>
        <source>Cannot wait for cabinets on %1</source>
        <translation>無法在 %1 等待機櫃</translation>
    </message>
    <message>
        <source>Only %1 cabinets can be connected: %2 files may be open at once</source>
        <translation>只能連線 %1 台機櫃：最多可同時開啟 %2 個檔案</translation>
    </message>
    <message>
        <source>New connections wait for %1 s: this machine has no more of what they need</source>
        <translation>新連線將等待 %1 秒：本機資源不足</translation>
    </message>
    <message>
        <source>%1 events of strangers were left out of the journal</source>
        <translation>日誌中省略了 %1 條陌生連線的事件</translation>
    </message>
    <message>
        <source>%1 from %2 was not accepted by itself: too many new cabinets come at once; they wait to be accepted</source>
        <translation>來自 %2 的 %1 未自動接受：同時出現的新機櫃過多，它們等待人工接受</translation>
    </message>
    <message>
        <source>%1 from %2 was not accepted by itself: the list of cabinets is full</source>
        <translation>來自 %2 的 %1 未自動接受：機櫃名單已滿</translation>
    </message>
    <message>
        <source>%3 was rented out of slot %2 of %1; it was returned before that was said</source>
        <translation>%3 曾從 %1 的 %2 號槽位租出；機櫃回報之前它已歸還</translation>
    </message>
    <message>
        <source>%3 was ejected out of slot %2 of %1; it was returned before that was said</source>
        <translation>%3 曾從 %1 的 %2 號槽位彈出；機櫃回報之前它已歸還</translation>
    </message>
    <message>
        <source>%1: the power bank %2 is not where it was expected</source>
        <translation>%1：行動電源 %2 不在預期的位置</translation>
    </message>
    <message>
        <source>%1 event of a stranger was left out of the journal</source>
        <translation>日誌中省略了 %1 條陌生連線的事件</translation>
    </message>
    <message>
        <source>On line</source>
        <translation>上線</translation>
    </message>
    <message>
        <source>Off line</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Login refused</source>
        <translation>登入被拒</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Taken off the list</source>
        <translation>已移出清單</translation>
    </message>
    <message>
        <source>Described</source>
        <translation>已改描述</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>衝突</translation>
    </message>
    <message>
        <source>Wrong checksums</source>
        <translation>校驗和錯誤</translation>
    </message>
    <message>
        <source>Unreadable messages</source>
        <translation>無法讀取的訊息</translation>
    </message>
    <message>
        <source>Rented</source>
        <translation>已租借</translation>
    </message>
    <message>
        <source>Ejected</source>
        <translation>已彈出</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>結果未知</translation>
    </message>
    <message>
        <source>Outcome settled</source>
        <translation>結果已查明</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已歸還</translation>
    </message>
    <message>
        <source>Inventory disagrees</source>
        <translation>盤點不符</translation>
    </message>
    <message>
        <source>Slot fault</source>
        <translation>槽位故障</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>重新啟動</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升級</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>伺服器位址</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Out of use, into use</source>
        <translation>停用與啟用</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>伺服器</translation>
    </message>
</context>
<context>
    <name>CabinetUiModule</name>
    <message>
        <source>Charging cabinets (server)</source>
        <translation>充電機櫃（伺服器）</translation>
    </message>
</context>
<context>
    <name>DvrErrorText</name>
    <message>
        <source>wrong password</source>
        <translation>密碼錯誤</translation>
    </message>
    <message>
        <source>unknown user</source>
        <translation>使用者不存在</translation>
    </message>
    <message>
        <source>user locked or unknown</source>
        <translation>使用者被鎖定或不存在</translation>
    </message>
    <message>
        <source>user barred by the device</source>
        <translation>使用者已被裝置列入黑名單</translation>
    </message>
    <message>
        <source>login refused</source>
        <translation>登入被拒絕</translation>
    </message>
    <message>
        <source>this user is logged in elsewhere</source>
        <translation>該使用者已在別處登入</translation>
    </message>
    <message>
        <source>the device has too many connections</source>
        <translation>裝置連線數已滿</translation>
    </message>
    <message>
        <source>the session has expired</source>
        <translation>工作階段已過期</translation>
    </message>
    <message>
        <source>this user may not do that</source>
        <translation>該使用者無此權限</translation>
    </message>
    <message>
        <source>no camera on this channel</source>
        <translation>此頻道沒有攝影機</translation>
    </message>
    <message>
        <source>the device cannot do that</source>
        <translation>裝置不支援此功能</translation>
    </message>
    <message>
        <source>the device refused</source>
        <translation>裝置拒絕</translation>
    </message>
    <message>
        <source>the device gave an empty answer</source>
        <translation>裝置傳回了空的回應</translation>
    </message>
    <message>
        <source>the device wants an encrypted login</source>
        <translation>裝置要求加密登入</translation>
    </message>
    <message>
        <source>logged out by the device</source>
        <translation>被裝置強制登出</translation>
    </message>
    <message>
        <source>the device stopped answering</source>
        <translation>裝置不再回應</translation>
    </message>
    <message>
        <source>no picture from the device</source>
        <translation>裝置沒有送來畫面</translation>
    </message>
    <message>
        <source>the device announced too much data</source>
        <translation>裝置宣告的資料量過大</translation>
    </message>
    <message>
        <source>unreadable video from the device</source>
        <translation>裝置送來的影像無法解讀</translation>
    </message>
    <message>
        <source>unreadable answer from the device</source>
        <translation>裝置的回應無法解讀</translation>
    </message>
</context>
<context>
    <name>DvrEventText</name>
    <message>
        <source>%1 is on line</source>
        <translation>%1 已上線</translation>
    </message>
    <message>
        <source>%1 is on line again</source>
        <translation>%1 已恢復連線</translation>
    </message>
    <message>
        <source>%1 is off line: its host was not found</source>
        <translation>%1 離線：找不到主機</translation>
    </message>
    <message>
        <source>%1 is off line: connection refused</source>
        <translation>%1 離線：連線被拒絕</translation>
    </message>
    <message>
        <source>%1 is off line: no answer</source>
        <translation>%1 離線：沒有回應</translation>
    </message>
    <message>
        <source>%1 is off line: the network is unreachable</source>
        <translation>%1 離線：網路無法連通</translation>
    </message>
    <message>
        <source>%1 is off line: it closed the connection</source>
        <translation>%1 離線：裝置關閉了連線</translation>
    </message>
    <message>
        <source>%1 is off line: it logged us out</source>
        <translation>%1 離線：裝置將我們登出</translation>
    </message>
    <message>
        <source>%1 is off line: it sent something unreadable</source>
        <translation>%1 離線：裝置傳送了無法讀取的內容</translation>
    </message>
    <message>
        <source>%1 is off line: the connection failed</source>
        <translation>%1 離線：連線失敗</translation>
    </message>
    <message>
        <source>%1 refused the login: wrong password</source>
        <translation>%1 拒絕登入：密碼錯誤</translation>
    </message>
    <message>
        <source>%1 refused the login: unknown user</source>
        <translation>%1 拒絕登入：使用者不存在</translation>
    </message>
    <message>
        <source>%1 refused the login: the user is locked or unknown</source>
        <translation>%1 拒絕登入：使用者已鎖定或不存在</translation>
    </message>
    <message>
        <source>%1 refused the login: the user is barred</source>
        <translation>%1 拒絕登入：使用者被禁止</translation>
    </message>
    <message>
        <source>%1 refused the login: the user is logged in elsewhere</source>
        <translation>%1 拒絕登入：該使用者已在別處登入</translation>
    </message>
    <message>
        <source>%1 refused the login: it has too many connections</source>
        <translation>%1 拒絕登入：裝置連線數過多</translation>
    </message>
    <message>
        <source>%1 refused the login: it wants an encrypted one</source>
        <translation>%1 拒絕登入：裝置要求加密登入</translation>
    </message>
    <message>
        <source>%1 refused the login</source>
        <translation>%1 拒絕登入</translation>
    </message>
    <message>
        <source>%1 waits for its password</source>
        <translation>%1 正在等待輸入密碼</translation>
    </message>
    <message>
        <source>%1 logged us out again and waits for the operator</source>
        <translation>%1 再次將我們登出，正在等待操作員處理</translation>
    </message>
    <message>
        <source>%1 waits for the operator</source>
        <translation>%1 正在等待操作員處理</translation>
    </message>
    <message>
        <source>%1 comes and goes: %2 changes within ten minutes, further ones are summed up</source>
        <translation>%1 時斷時續：十分鐘內變化 %2 次，後續變化將合併記錄</translation>
    </message>
    <message>
        <source>On line</source>
        <translation>上線</translation>
    </message>
    <message>
        <source>Off line</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Login refused</source>
        <translation>登入被拒</translation>
    </message>
    <message>
        <source>Waits for the operator</source>
        <translation>等待操作員</translation>
    </message>
    <message>
        <source>Comes and goes</source>
        <translation>時斷時續</translation>
    </message>
</context>
<context>
    <name>DvrNodes</name>
    <message>
        <source>%1 ch</source>
        <translation>%1 路</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>連線中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Online since %1 (%2)</source>
        <translation>自 %1 起在線（%2）</translation>
    </message>
    <message>
        <source>Channels: %1</source>
        <translation>頻道：%1</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>自 %1 起離線</translation>
    </message>
    <message>
        <source>Does not try again by itself: see its menu</source>
        <translation>不會自動重試：請看它的選單</translation>
    </message>
    <message>
        <source>Reconnects: %1</source>
        <translation>重新連線次數：%1</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>停滯</translation>
    </message>
    <message>
        <source>Not on the wall</source>
        <translation>不在影像牆上</translation>
    </message>
</context>
<context>
    <name>DvrUiModule</name>
    <message>
        <source>Video recorder (DVR)</source>
        <translation>錄影機 (DVR)</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>no such host name</source>
        <translation>主機名稱不存在</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>連線被拒絕</translation>
    </message>
    <message>
        <source>no answer to the connection attempt</source>
        <translation>連線無回應</translation>
    </message>
    <message>
        <source>network unreachable</source>
        <translation>網路無法連線</translation>
    </message>
    <message>
        <source>the device closed the connection</source>
        <translation>裝置關閉了連線</translation>
    </message>
    <message>
        <source>the device fell silent</source>
        <translation>裝置沒有動靜</translation>
    </message>
    <message>
        <source>the device stopped reading</source>
        <translation>裝置停止接收</translation>
    </message>
    <message>
        <source>connection failed</source>
        <translation>連線失敗</translation>
    </message>
    <message>
        <source>connection closed</source>
        <translation>連線已關閉</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>未及時回應</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未連線</translation>
    </message>
    <message>
        <source>not a valid value</source>
        <translation>值無效</translation>
    </message>
    <message>
        <source>file cannot be read or written</source>
        <translation>檔案無法讀寫</translation>
    </message>
    <message>
        <source>the keychain does not answer</source>
        <translation>鑰匙圈無回應</translation>
    </message>
    <message>
        <source>the keychain is locked or refused</source>
        <translation>鑰匙圈已鎖定或拒絕存取</translation>
    </message>
    <message>
        <source>others may read the password file</source>
        <translation>他人可以讀取密碼檔案</translation>
    </message>
    <message>
        <source>the password file is damaged</source>
        <translation>密碼檔案已損毀</translation>
    </message>
    <message>
        <source>the password file cannot be read or written</source>
        <translation>密碼檔案無法讀寫</translation>
    </message>
    <message>
        <source>the site file&apos;s passwordRef is not a valid name</source>
        <translation>站點檔案中的 passwordRef 不是有效名稱</translation>
    </message>
    <message>
        <source>the device refused</source>
        <translation>裝置拒絕</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>無法執行</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>無回應</translation>
    </message>
    <message>
        <source>the device sent something unreadable</source>
        <translation>裝置送來的內容無法解讀</translation>
    </message>
    <message>
        <source>failed on this computer</source>
        <translation>在這台電腦上失敗</translation>
    </message>
    <message>
        <source>no password kept</source>
        <translation>沒有儲存它的密碼</translation>
    </message>
    <message>
        <source>the database is not open</source>
        <translation>資料庫未開啟</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁碟已滿</translation>
    </message>
    <message>
        <source>the database may not be written</source>
        <translation>資料庫不可寫入</translation>
    </message>
    <message>
        <source>another program holds the database</source>
        <translation>資料庫被另一程式佔用</translation>
    </message>
    <message>
        <source>the database is damaged</source>
        <translation>資料庫已損壞</translation>
    </message>
    <message>
        <source>the database is from a later version</source>
        <translation>資料庫來自較新版本</translation>
    </message>
    <message>
        <source>the database failed</source>
        <translation>資料庫出錯</translation>
    </message>
</context>
<context>
    <name>MediaErrorText</name>
    <message>
        <source>video or sound of an unknown kind</source>
        <translation>未知類型的視訊或聲音</translation>
    </message>
    <message>
        <source>the picture is damaged</source>
        <translation>畫面已損壞</translation>
    </message>
    <message>
        <source>the picture cannot be shown at this size</source>
        <translation>無法以此尺寸顯示畫面</translation>
    </message>
    <message>
        <source>the file name must end in .mp4 or .mkv</source>
        <translation>檔名必須以 .mp4 或 .mkv 結尾</translation>
    </message>
    <message>
        <source>this kind of file cannot hold this video</source>
        <translation>此類檔案無法存放這種視訊</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>無法寫入檔案</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁碟已滿</translation>
    </message>
    <message>
        <source>no picture came</source>
        <translation>沒有收到畫面</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>記憶體不足</translation>
    </message>
</context>
<context>
    <name>SiteArrange</name>
    <message>
        <source>%1 of %2 devices online</source>
        <translation>%2 台設備中有 %1 台在線</translation>
    </message>
    <message>
        <source>%1 of %2 device online</source>
        <translation>%2 台設備中有 %1 台在線</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>警報</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>連線中</translation>
    </message>
</context>
<context>
    <name>TileText</name>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>%1 kbit/s</source>
        <translation>%1 kbit/s</translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>Enter: try again</source>
        <translation>按 Enter 重試</translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation>%1 秒後重試</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>正在重試</translation>
    </message>
    <message>
        <source>Lost packets: %1</source>
        <translation>遺失封包：%1</translation>
    </message>
    <message>
        <source>Decoding errors: %1</source>
        <translation>解碼錯誤：%1</translation>
    </message>
    <message>
        <source>Reconnects: %1</source>
        <translation>重新連線次數：%1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>自 %1 起離線</translation>
    </message>
    <message>
        <source>stale since %1</source>
        <translation>畫面停滯於 %1</translation>
    </message>
    <message>
        <source>No picture since %1</source>
        <translation>自 %1 起沒有畫面</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>頻道 %1</translation>
    </message>
    <message>
        <source>Drop a channel here</source>
        <translation>將頻道拖到這裡</translation>
    </message>
    <message>
        <source>Empty: drag a channel here from the site tree, or select this tile and press Enter on a channel</source>
        <translation>空格：從站點樹將頻道拖到這裡，或選取此格後在頻道上按 Enter</translation>
    </message>
    <message>
        <source>Waiting for the first picture</source>
        <translation>等待第一個畫面</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在連線</translation>
    </message>
    <message>
        <source>Enter: password</source>
        <translation>按 Enter 輸入密碼</translation>
    </message>
    <message>
        <source>● rec %1</source>
        <translation>● 錄影 %1</translation>
    </message>
    <message>
        <source>replay %1</source>
        <translation>重播 %1</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>聲音</translation>
    </message>
    <message>
        <source>small stream</source>
        <translation>子串流</translation>
    </message>
    <message>
        <source>full stream</source>
        <translation>主串流</translation>
    </message>
    <message>
        <source>this device is not in the site any more</source>
        <translation>此設備已不在站點中</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小時</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
</context>
<context>
    <name>WallKeys</name>
    <message>
        <source>Wall</source>
        <translation>影像牆</translation>
    </message>
    <message>
        <source>Select the neighbouring tile</source>
        <translation>選取相鄰的格子</translation>
    </message>
    <message>
        <source>First and last tile</source>
        <translation>第一格和最後一格</translation>
    </message>
    <message>
        <source>Enlarge the tile, and back</source>
        <translation>放大此格，再按還原</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>後退一步</translation>
    </message>
    <message>
        <source>Clear the tile</source>
        <translation>清空此格</translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation>畫面放大和縮小</translation>
    </message>
    <message>
        <source>The whole picture again</source>
        <translation>恢復整個畫面</translation>
    </message>
    <message>
        <source>Move in a zoomed picture</source>
        <translation>在放大的畫面中移動</translation>
    </message>
    <message>
        <source>Move the tile</source>
        <translation>移動此格</translation>
    </message>
    <message>
        <source>What can be done with the tile</source>
        <translation>此格可以做什麼</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::AcceptDialog</name>
    <message>
        <source>Accept new cabinets</source>
        <translation>接受新機櫃</translation>
    </message>
    <message>
        <source>These cabinets dialled in and were turned away. Accepted ones get in the next time they dial, mostly within a minute.</source>
        <translation>這些機櫃曾撥入但被拒絕。接受後，它們下次撥入時即可進入，通常在一分鐘之內。</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>機櫃</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>次數</translation>
    </message>
    <message>
        <source>Last tried</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>Cabinets that wait</source>
        <translation>等待中的機櫃</translation>
    </message>
    <message>
        <source>Space ticks the selected one</source>
        <translation>按空格鍵勾選所選的機櫃</translation>
    </message>
    <message>
        <source>Nobody waits. A cabinet stands here when it has dialled this computer&apos;s address and port.</source>
        <translation>沒有等待的機櫃。機櫃撥入本機的位址和連接埠後會顯示在這裡。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>How it is called here; may be empty</source>
        <translation>它在這裡的名稱；可以留空</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Where they stand; may be empty</source>
        <translation>它們所在的位置；可以留空</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>Ticks every cabinet of the list</source>
        <translation>勾選清單中的所有機櫃</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Nobody is accepted</source>
        <translation>不接受任何機櫃</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>接受 %1 台</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>They are being accepted</source>
        <translation>正在接受</translation>
    </message>
    <message>
        <source>Tick a cabinet first</source>
        <translation>請先勾選機櫃</translation>
    </message>
    <message>
        <source>They get in the next time they dial</source>
        <translation>它們下次撥入時即可進入</translation>
    </message>
    <message>
        <source>Several are chosen: each gets its own name later</source>
        <translation>選擇了多台：以後可分別命名</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>沒有等待的機櫃</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::AnswerList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::BankDialog</name>
    <message>
        <source>Find a power bank</source>
        <translation>尋找行動電源</translation>
    </message>
    <message>
        <source>Some of its id, as RL1A7C000041</source>
        <translation>編號的一部分，例如 RL1A7C000041</translation>
    </message>
    <message>
        <source>Id of the power bank</source>
        <translation>行動電源編號</translation>
    </message>
    <message>
        <source>Power bank</source>
        <translation>行動電源</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>所在</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>電量</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Power banks found</source>
        <translation>找到的行動電源</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>From</source>
        <translation>從</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Operator and note</source>
        <translation>操作員與備註</translation>
    </message>
    <message>
        <source>History of the power bank</source>
        <translation>行動電源的歷史</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Fetches the moves before these</source>
        <translation>讀取更早的移動記錄</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>out of use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>out of use: %1</source>
        <translation>已停用：%1</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>The database does not answer: %1</source>
        <translation>資料庫沒有回應：%1</translation>
    </message>
    <message>
        <source>Every power bank that some cabinet ever told is found by any piece of its id.</source>
        <translation>機櫃上報過的行動電源都能用編號的任意部分找到。</translation>
    </message>
    <message>
        <source>No cabinet ever told such a power bank.</source>
        <translation>沒有機櫃上報過這樣的行動電源。</translation>
    </message>
    <message>
        <source>The first %1; type more of the id</source>
        <translation>前 %1 個；請輸入更多編號</translation>
    </message>
    <message>
        <source>1 power bank found</source>
        <translation>找到 1 個行動電源</translation>
    </message>
    <message>
        <source>%1 power banks found</source>
        <translation>找到 %1 個行動電源</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>%1 的歷史</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
    <message>
        <source>There is nothing older</source>
        <translation>沒有更早的記錄</translation>
    </message>
    <message>
        <source>Put into use</source>
        <translation>恢復使用</translation>
    </message>
    <message>
        <source>Take out of use…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Select a power bank first</source>
        <translation>請先選擇行動電源</translation>
    </message>
    <message>
        <source>It may be rented and returned again</source>
        <translation>它可以再次租借和歸還</translation>
    </message>
    <message>
        <source>It is neither given out nor taken back</source>
        <translation>它既不會租出，也不會收回</translation>
    </message>
    <message>
        <source>Show its cabinet</source>
        <translation>顯示其機櫃</translation>
    </message>
    <message>
        <source>It was never seen in a cabinet</source>
        <translation>從未在機櫃中见過它</translation>
    </message>
    <message>
        <source>Selects the cabinet, and the slot when it is there</source>
        <translation>選中機櫃；若它在櫃中則選中其槽位</translation>
    </message>
    <message>
        <source>The history is being fetched</source>
        <translation>正在讀取歷史</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::CabinetActions</name>
    <message>
        <source>Find a power bank…</source>
        <translation>尋找行動電源…</translation>
    </message>
    <message>
        <source>Accept new cabinets…</source>
        <translation>接受新機櫃…</translation>
    </message>
    <message>
        <source>Select a cabinet first</source>
        <translation>請先選擇機櫃</translation>
    </message>
    <message>
        <source>Select a slot first</source>
        <translation>請先選擇槽位</translation>
    </message>
    <message>
        <source>The selected slot is free</source>
        <translation>所選槽位為空</translation>
    </message>
    <message>
        <source>The cabinet has not answered yet</source>
        <translation>機櫃尚未回應</translation>
    </message>
    <message>
        <source>There is no power bank in the cabinet</source>
        <translation>機櫃中沒有行動電源</translation>
    </message>
    <message>
        <source>Cabinets</source>
        <translation>機櫃</translation>
    </message>
    <message>
        <source>Ask the cabinet for everything again</source>
        <translation>重新查詢機櫃的全部資訊</translation>
    </message>
    <message>
        <source>Rent the fullest power bank of the cabinet</source>
        <translation>租出機櫃中電量最高的行動電源</translation>
    </message>
    <message>
        <source>Name and place of the cabinet…</source>
        <translation>機櫃的名稱和位置…</translation>
    </message>
    <message>
        <source>Volume of the cabinet…</source>
        <translation>機櫃的音量…</translation>
    </message>
    <message>
        <source>Upgrade the cabinet…</source>
        <translation>升級機櫃…</translation>
    </message>
    <message>
        <source>Server address of the cabinet…</source>
        <translation>機櫃的伺服器位址…</translation>
    </message>
    <message>
        <source>Reboot the cabinet…</source>
        <translation>重新啟動機櫃…</translation>
    </message>
    <message>
        <source>Eject all power banks of the cabinet…</source>
        <translation>彈出機櫃中的全部行動電源…</translation>
    </message>
    <message>
        <source>Forget the cabinet…</source>
        <translation>移除機櫃…</translation>
    </message>
    <message>
        <source>Rent the power bank of the selected slot</source>
        <translation>租出所選槽位的行動電源</translation>
    </message>
    <message>
        <source>Eject the power bank of the selected slot</source>
        <translation>彈出所選槽位的行動電源</translation>
    </message>
    <message>
        <source>Put the power bank of the selected slot into use</source>
        <translation>恢復使用所選槽位的行動電源</translation>
    </message>
    <message>
        <source>Take the power bank of the selected slot out of use…</source>
        <translation>停用所選槽位的行動電源…</translation>
    </message>
    <message>
        <source>History of the power bank of the selected slot…</source>
        <translation>所選槽位行動電源的歷史…</translation>
    </message>
    <message>
        <source>The power bank is out of use: put it into use first</source>
        <translation>該行動電源已停用：請先恢復使用</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::CabinetDesk</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>重新啟動</translation>
    </message>
    <message>
        <source>Reboot %1?</source>
        <translation>重新啟動 %1？</translation>
    </message>
    <message>
        <source>It is offline for about a minute: nobody can rent or return there meanwhile.</source>
        <translation>它將離線約一分鐘：期間無法租借或歸還。</translation>
    </message>
    <message>
        <source>Leave it running</source>
        <translation>保持運行</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>移除 %1？</translation>
    </message>
    <message>
        <source>It is disconnected and turned away until somebody accepts it again. Its name and place are lost; the history of its power banks stays.</source>
        <translation>它將被斷開，在再次接受之前都會被拒絕。其名稱和位置會丟失；行動電源的歷史會保留。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Take %1 out of use</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>It is neither given out nor taken back until it is put into use again.</source>
        <translation>在恢復使用之前，它既不會租出，也不會收回。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The FTP password could not be kept</source>
        <translation>無法儲存 FTP 密碼</translation>
    </message>
    <message>
        <source>The upgrade was not sent</source>
        <translation>升級未發送</translation>
    </message>
    <message>
        <source>%1 could not be described</source>
        <translation>無法更改 %1 的說明</translation>
    </message>
    <message>
        <source>The secret of %1 is only known until the program is closed</source>
        <translation>%1 的金鑰僅在程式關閉前有效</translation>
    </message>
    <message>
        <source>The secrets of cabinets cannot be read: %1. Those that need one take no commands until then; it is tried again every minute.</source>
        <translation>無法讀取機櫃的金鑰：%1。在此之前，需要金鑰的機櫃不接受命令；每分鐘重試一次。</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::CabinetForm</name>
    <message>
        <source>Enter an address of this computer, or nothing for all of them</source>
        <translation>請輸入本機的一個位址；留空表示全部位址</translation>
    </message>
    <message>
        <source>Listen on</source>
        <translation>監聽位址</translation>
    </message>
    <message>
        <source>all addresses of this computer</source>
        <translation>本機的全部位址</translation>
    </message>
    <message>
        <source>The address of this computer that cabinets dial; nothing for all of them</source>
        <translation>機櫃撥入的本機位址；留空表示全部位址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>連接埠</translation>
    </message>
    <message>
        <source>The port that cabinets dial, usually 8992</source>
        <translation>機櫃撥入的連接埠，通常為 8992</translation>
    </message>
    <message>
        <source>Accept every cabinet that dials in</source>
        <translation>接受所有撥入的機櫃</translation>
    </message>
    <message>
        <source>Otherwise new ones wait until somebody accepts them</source>
        <translation>否則新機櫃會等待，直到有人接受</translation>
    </message>
    <message>
        <source>Take back known power banks only</source>
        <translation>只收回已知的行動電源</translation>
    </message>
    <message>
        <source>A power bank that no cabinet ever told is refused when it is returned</source>
        <translation>歸還從未有機櫃上報過的行動電源時會被拒絕</translation>
    </message>
    <message>
        <source>Drop messages with a wrong checksum</source>
        <translation>丟棄檢查碼錯誤的訊息</translation>
    </message>
    <message>
        <source>Some boards send wrong checksums: their messages are used otherwise</source>
        <translation>有些主機板發送的檢查碼有誤：否則仍采用其訊息</translation>
    </message>
    <message>
        <source>Cabinets dial in to this computer: set its address and this port as the server address in each of them.</source>
        <translation>機櫃會撥入本機：請在每台機櫃中將本機位址和此連接埠設為伺服器位址。</translation>
    </message>
    <message>
        <source>Cabinets</source>
        <translation>機櫃</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::CabinetInspector</name>
    <message>
        <source>Rent</source>
        <translation>租借</translation>
    </message>
    <message>
        <source>Eject</source>
        <translation>彈出</translation>
    </message>
    <message>
        <source>Put into use</source>
        <translation>恢復使用</translation>
    </message>
    <message>
        <source>Out of use…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>歷史…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>重新整理</translation>
    </message>
    <message>
        <source>Rent fullest</source>
        <translation>租借電量最高的</translation>
    </message>
    <message>
        <source>Name…</source>
        <translation>名稱…</translation>
    </message>
    <message>
        <source>Volume…</source>
        <translation>音量…</translation>
    </message>
    <message>
        <source>Upgrade…</source>
        <translation>升級…</translation>
    </message>
    <message>
        <source>Server address…</source>
        <translation>伺服器位址…</translation>
    </message>
    <message>
        <source>Reboot…</source>
        <translation>重新啟動…</translation>
    </message>
    <message>
        <source>Eject all…</source>
        <translation>全部彈出…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Select a cabinet first</source>
        <translation>請先選擇機櫃</translation>
    </message>
    <message>
        <source>The cabinet is not on line</source>
        <translation>機櫃不在線</translation>
    </message>
    <message>
        <source>This cabinet takes commands only with its secret</source>
        <translation>此機櫃只有使用金鑰才接受命令</translation>
    </message>
    <message>
        <source>It takes commands only with its secret: enter it under “Name…”.</source>
        <translation>它只有使用金鑰才接受命令：請在「名稱…」中輸入。</translation>
    </message>
    <message>
        <source>Another cabinet uses the same serial number (seen %1 times)</source>
        <translation>另一台機櫃使用相同的序號（出現 %1 次）</translation>
    </message>
    <message>
        <source>Its slots are not known yet.</source>
        <translation>尚不知道其槽位。</translation>
    </message>
    <message>
        <source>The slots as they were at %1</source>
        <translation>%1 時的槽位</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>伺服器位址</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>每 %1 秒</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>登入時間</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>Slots read</source>
        <translation>槽位讀取於</translation>
    </message>
    <message>
        <source>Wrong checksums</source>
        <translation>檢查碼錯誤</translation>
    </message>
    <message>
        <source>The selected cabinet</source>
        <translation>所選機櫃</translation>
    </message>
    <message>
        <source>Select a cabinet in the table to see its slots.</source>
        <translation>在表格中選擇機櫃即可查看其槽位。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>返回表格</translation>
    </message>
    <message>
        <source>Another cabinet uses the same serial number (seen once)</source>
        <translation>另一台機櫃使用相同的序號（出現 1 次）</translation>
    </message>
    <message>
        <source>Slot %1 · free</source>
        <translation>%1 號槽位 · 空</translation>
    </message>
    <message>
        <source>Slot %1 · %2</source>
        <translation>%1 號槽位 · %2</translation>
    </message>
    <message>
        <source>being asked</source>
        <translation>正在詢問</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>無回應</translation>
    </message>
    <message>
        <source>Boards of before 2019 do not tell it, nor those without a speaker their volume. Refresh asks again.</source>
        <translation>2019 年之前的主機板不回報此項，沒有喇叭的主機板不回報音量。「重新整理」會再次詢問。</translation>
    </message>
    <message>
        <source>Actions of the cabinet</source>
        <translation>機櫃操作</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::CabinetListenTest</name>
    <message>
        <source>Find the address</source>
        <translation>尋找位址</translation>
    </message>
    <message>
        <source>Listen on the port</source>
        <translation>監聽連接埠</translation>
    </message>
    <message>
        <source>Look who dialled in</source>
        <translation>查看誰已撥入</translation>
    </message>
    <message>
        <source>it is not an address of this computer</source>
        <translation>它不是本機的位址</translation>
    </message>
    <message>
        <source>this computer is in no network</source>
        <translation>本機未接入任何網路</translation>
    </message>
    <message>
        <source>cabinets can dial %1</source>
        <translation>機櫃可以撥入 %1</translation>
    </message>
    <message>
        <source>another program uses port %1</source>
        <translation>另一個程式正在使用連接埠 %1</translation>
    </message>
    <message>
        <source>this computer does not allow port %1 to this user</source>
        <translation>本機不允許此使用者使用連接埠 %1</translation>
    </message>
    <message>
        <source>port %1 cannot be used</source>
        <translation>無法使用連接埠 %1</translation>
    </message>
    <message>
        <source>this window listens on port %1 already</source>
        <translation>本視窗已在監聽連接埠 %1</translation>
    </message>
    <message>
        <source>port %1 is free</source>
        <translation>連接埠 %1 可用</translation>
    </message>
    <message>
        <source>nobody can dial in before the device is saved</source>
        <translation>儲存設備之前無法撥入</translation>
    </message>
    <message>
        <source>%1 of %2 on line, %3 wait to be accepted</source>
        <translation>%1 / %2 在線，%3 台等待接受</translation>
    </message>
    <message>
        <source>%1 of %2 on line, %3 waits to be accepted</source>
        <translation>%1 / %2 在線，%3 台等待接受</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::CabinetUi</name>
    <message>
        <source>The cabinets need a database</source>
        <translation>機櫃需要資料庫</translation>
    </message>
    <message>
        <source>It keeps where each power bank is. Without it no cabinet is served, so that no return is lost.</source>
        <translation>資料庫記錄每個行動電源的位置。沒有它就不為機櫃提供服務，以免丟失歸還記錄。</translation>
    </message>
    <message>
        <source>There is no database: no cabinet is served</source>
        <translation>沒有資料庫：不為機櫃提供服務</translation>
    </message>
    <message>
        <source>Listening on port %1</source>
        <translation>正在監聽連接埠 %1</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>未監聽</translation>
    </message>
    <message>
        <source>%1 of %2 cabinets on line</source>
        <translation>%1 / %2 台機櫃在線</translation>
    </message>
    <message>
        <source>%1 wait to be accepted</source>
        <translation>%1 台等待接受</translation>
    </message>
    <message>
        <source>Cabinets</source>
        <translation>機櫃</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Only the first server of the site is run: put the cabinets under that one</source>
        <translation>只運行站點中的第一個伺服器：請將機櫃放在它下面</translation>
    </message>
    <message>
        <source>Export the cabinets…</source>
        <translation>匯出機櫃…</translation>
    </message>
    <message>
        <source>There is no cabinet to export</source>
        <translation>沒有可匯出的機櫃</translation>
    </message>
    <message>
        <source>%1 of %2 cabinet on line</source>
        <translation>%1 / %2 台機櫃在線</translation>
    </message>
    <message>
        <source>%1 waits to be accepted</source>
        <translation>%1 台等待接受</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::CabinetWords</name>
    <message>
        <source>slots</source>
        <translation>槽位</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>server address</source>
        <translation>伺服器位址</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Eject slot %1</source>
        <translation>彈出 %1 號槽位</translation>
    </message>
    <message>
        <source>Rent the fullest</source>
        <translation>租借電量最高的</translation>
    </message>
    <message>
        <source>Rent slot %1</source>
        <translation>租借 %1 號槽位</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>已回應 %1 / %2</translation>
    </message>
    <message>
        <source>everything is up to date</source>
        <translation>全部已更新</translation>
    </message>
    <message>
        <source>up to date, but without %1</source>
        <translation>已更新，但沒有：%1</translation>
    </message>
    <message>
        <source>%1 is out</source>
        <translation>%1 已離開槽位</translation>
    </message>
    <message>
        <source>the volume is %1</source>
        <translation>音量為 %1</translation>
    </message>
    <message>
        <source>taken; it counts after the next start</source>
        <translation>已接受；下次啟動後生效</translation>
    </message>
    <message>
        <source>received; it starts again now</source>
        <translation>已收到；正在重新啟動</translation>
    </message>
    <message>
        <source>received; it loads the file now</source>
        <translation>已收到；正在下載檔案</translation>
    </message>
    <message>
        <source>it is off the list</source>
        <translation>已從名單中移除</translation>
    </message>
    <message>
        <source>it is not given out any more</source>
        <translation>不再租出</translation>
    </message>
    <message>
        <source>it is in use again</source>
        <translation>已恢復使用</translation>
    </message>
    <message>
        <source>the database is not open</source>
        <translation>資料庫未開啟</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁碟已滿</translation>
    </message>
    <message>
        <source>the database cannot be written</source>
        <translation>資料庫無法寫入</translation>
    </message>
    <message>
        <source>another program holds the database</source>
        <translation>另一個程式佔用了資料庫</translation>
    </message>
    <message>
        <source>the database is damaged</source>
        <translation>資料庫已損壞</translation>
    </message>
    <message>
        <source>the database is of a later version</source>
        <translation>資料庫來自更新的版本</translation>
    </message>
    <message>
        <source>the database failed</source>
        <translation>資料庫出錯</translation>
    </message>
    <message>
        <source>the cabinet is not on line</source>
        <translation>機櫃不在線</translation>
    </message>
    <message>
        <source>the cabinet refused</source>
        <translation>機櫃拒絕</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>未及時回應</translation>
    </message>
    <message>
        <source>no answer: whether it was done is not known, the next inventory tells</source>
        <translation>沒有回應：是否已執行尚不清楚，下次盤點會得知</translation>
    </message>
    <message>
        <source>the connection broke before the answer</source>
        <translation>回應之前連線中斷</translation>
    </message>
    <message>
        <source>too many requests wait for this cabinet</source>
        <translation>等待此機櫃的請求過多</translation>
    </message>
    <message>
        <source>not a valid value</source>
        <translation>不是有效的值</translation>
    </message>
    <message>
        <source>the cabinet answered something unreadable</source>
        <translation>機櫃的回應無法識別</translation>
    </message>
    <message>
        <source>there is no power bank to give</source>
        <translation>沒有可租出的行動電源</translation>
    </message>
    <message>
        <source>this cabinet takes commands only with its secret</source>
        <translation>此機櫃只有使用金鑰才接受命令</translation>
    </message>
    <message>
        <source>another program uses this port</source>
        <translation>另一個程式正在使用此連接埠</translation>
    </message>
    <message>
        <source>it is not an address of this computer</source>
        <translation>它不是本機的位址</translation>
    </message>
    <message>
        <source>this computer lets too few connections be open</source>
        <translation>本機允許開啟的連線過少</translation>
    </message>
    <message>
        <source>On line</source>
        <translation>在線</translation>
    </message>
    <message>
        <source>On line since %1</source>
        <translation>自 %1 起在線</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>自 %1 起離線</translation>
    </message>
    <message>
        <source>Accepted, but never seen since the program started</source>
        <translation>已接受，但程式啟動以來從未出現</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>重新整理</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>音量 %1</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>伺服器位址</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>重新啟動</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升級</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take %1 out of use</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>Put %1 into use</source>
        <translation>恢復使用 %1</translation>
    </message>
    <message>
        <source>waiting for the answer</source>
        <translation>正在等待回應</translation>
    </message>
    <message>
        <source>Seen by an inventory</source>
        <translation>盤點看到</translation>
    </message>
    <message>
        <source>Rented</source>
        <translation>已租借</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已歸還</translation>
    </message>
    <message>
        <source>Ejected</source>
        <translation>已彈出</translation>
    </message>
    <message>
        <source>Rented, answered late</source>
        <translation>已租借，回應遲到</translation>
    </message>
    <message>
        <source>Ejected, answered late</source>
        <translation>已彈出，回應遲到</translation>
    </message>
    <message>
        <source>Taken out of use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Put into use</source>
        <translation>恢復使用</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已登記</translation>
    </message>
    <message>
        <source>slot %1 of %2</source>
        <translation>%2 的 %1 號槽位</translation>
    </message>
    <message>
        <source>rented</source>
        <translation>已租出</translation>
    </message>
    <message>
        <source>rented, from %1</source>
        <translation>已租出，來自 %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>not known, last in %1</source>
        <translation>未知，最近在 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>等級 %1</translation>
    </message>
    <message>
        <source>%1 · signal not known</source>
        <translation>%1 · 訊號未知</translation>
    </message>
    <message>
        <source>%1 · signal %2 / 31</source>
        <translation>%1 · 訊號 %2 / 31</translation>
    </message>
    <message>
        <source>it closed the connection</source>
        <translation>對方關閉了連線</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>連線中斷</translation>
    </message>
    <message>
        <source>no heartbeat</source>
        <translation>沒有心跳</translation>
    </message>
    <message>
        <source>it sent far too much</source>
        <translation>傳送的資料過多</translation>
    </message>
    <message>
        <source>it does not read what it is sent</source>
        <translation>不讀取傳給它的資料</translation>
    </message>
    <message>
        <source>it sent what cannot be a message</source>
        <translation>傳來的不是有效訊息</translation>
    </message>
    <message>
        <source>it logged in under another serial number</source>
        <translation>以另一個序號登入</translation>
    </message>
    <message>
        <source>the server was stopped</source>
        <translation>伺服器已停止</translation>
    </message>
    <message>
        <source>Not every cabinet can dial in: %1</source>
        <translation>並非每台機櫃都能連入：%1</translation>
    </message>
    <message>
        <source>Nobody can dial in: %1</source>
        <translation>任何機櫃都無法連入：%1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>the power bank is out of use</source>
        <translation>該行動電源已停用</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::DescribeDialog</name>
    <message>
        <source>Name and place</source>
        <translation>名稱和位置</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>How the cabinet is called here; may be empty</source>
        <translation>機櫃在這裡的名稱；可以留空</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Where it stands; may be empty</source>
        <translation>它所在的位置；可以留空</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>金鑰</translation>
    </message>
    <message>
        <source>Boards of version 2 take commands only with it; it is kept in the keychain</source>
        <translation>版本 2 的主機板只有使用金鑰才接受命令；它儲存在鑰匙圈中</translation>
    </message>
    <message>
        <source>There is no keychain here to keep it</source>
        <translation>這裡沒有可儲存它的鑰匙圈</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不變</translation>
    </message>
    <message>
        <source>Drop messages with a wrong checksum</source>
        <translation>丟棄檢查碼錯誤的訊息</translation>
    </message>
    <message>
        <source>Some boards send wrong checksums: their messages are used otherwise</source>
        <translation>有些主機板發送的檢查碼有誤：否則仍采用其訊息</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原樣</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Keep name and place</source>
        <translation>儲存名稱和位置</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::EjectAllDialog</name>
    <message>
        <source>Eject all</source>
        <translation>全部彈出</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>失敗的項目</translation>
    </message>
    <message>
        <source>Slot %1: %2</source>
        <translation>%1 號槽位：%2</translation>
    </message>
    <message>
        <source>All power banks come out, %1 of them, one after another. Whoever stands there can take them.</source>
        <translation>全部 %1 個行動電源將逐一彈出。在場的任何人都可以取走。</translation>
    </message>
    <message>
        <source>Keep them inside</source>
        <translation>留在櫃內</translation>
    </message>
    <message>
        <source>Nothing is ejected</source>
        <translation>不彈出任何行動電源</translation>
    </message>
    <message>
        <source>Begins with the lowest slot</source>
        <translation>從編號最小的槽位開始</translation>
    </message>
    <message>
        <source>Stopping after slot %1</source>
        <translation>將在 %1 號槽位之後停止</translation>
    </message>
    <message>
        <source>%1 of %2: slot %3</source>
        <translation>%1 / %2：%3 號槽位</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The slot that is being ejected is the last one</source>
        <translation>正在彈出的槽位將是最後一個</translation>
    </message>
    <message>
        <source>It stops as soon as the cabinet has answered</source>
        <translation>機櫃回應後立即停止</translation>
    </message>
    <message>
        <source>%1 of %2 ejected, %3 failed, %4 left inside</source>
        <translation>已彈出 %1 / %2，失敗 %3，櫃內剩餘 %4</translation>
    </message>
    <message>
        <source>%1 of %2 ejected, %3 failed</source>
        <translation>已彈出 %1 / %2，失敗 %3</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Its only power bank comes out. Whoever stands there can take it.</source>
        <translation>其中唯一的行動電源將彈出。在場的任何人都可以取走。</translation>
    </message>
    <message>
        <source>Eject all power banks of %1?</source>
        <translation>彈出 %1 的全部行動電源？</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::FigureBar</name>
    <message>
        <source>on line</source>
        <translation>在線</translation>
    </message>
    <message>
        <source>banks ready</source>
        <translation>可租行動電源</translation>
    </message>
    <message>
        <source>rented now</source>
        <translation>當前租出</translation>
    </message>
    <message>
        <source>returns, last hour</source>
        <translation>近一小時歸還</translation>
    </message>
    <message>
        <source>conflicts today</source>
        <translation>今日衝突</translation>
    </message>
    <message>
        <source>The line: rents and returns an hour, the last 24 hours</source>
        <translation>曲線：最近 24 小時每小時的租借與歸還</translation>
    </message>
    <message>
        <source>Figures of the cabinets</source>
        <translation>機櫃資料</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::FleetCharts</name>
    <message>
        <source>Charts of the cabinets</source>
        <translation>機櫃圖表</translation>
    </message>
    <message>
        <source>Cabinets on line, since the program started</source>
        <translation>在線機櫃（程式啟動以來）</translation>
    </message>
    <message>
        <source>A line is drawn here once cabinets have dialled in.</source>
        <translation>機櫃撥入後，這裡會繪出曲線。</translation>
    </message>
    <message>
        <source>Rents and returns an hour, the last 24 hours</source>
        <translation>最近 24 小時每小時的租借與歸還</translation>
    </message>
    <message>
        <source>Nothing was rented or returned in the last 24 hours.</source>
        <translation>最近 24 小時沒有租借或歸還。</translation>
    </message>
    <message>
        <source>Power banks in slots, by charge</source>
        <translation>槽內行動電源（按電量）</translation>
    </message>
    <message>
        <source>No cabinet has told its power banks yet.</source>
        <translation>還沒有機櫃上報行動電源。</translation>
    </message>
    <message>
        <source>%1 of %2 on line now</source>
        <translation>當前 %1 / %2 在線</translation>
    </message>
    <message>
        <source>Rents</source>
        <translation>租借</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>歸還</translation>
    </message>
    <message>
        <source>Rents: %1, returns: %2</source>
        <translation>租借：%1，歸還：%2</translation>
    </message>
    <message>
        <source>Power banks</source>
        <translation>行動電源</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::FleetModel</name>
    <message>
        <source>Needs attention</source>
        <translation>需要關注</translation>
    </message>
    <message>
        <source>On line</source>
        <translation>在線</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>從未出現</translation>
    </message>
    <message>
        <source>%1 slots</source>
        <translation>%1 個槽位</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1，自 %2</translation>
    </message>
    <message>
        <source>Last heartbeat %1</source>
        <translation>最近心跳 %1</translation>
    </message>
    <message>
        <source>No heartbeat yet</source>
        <translation>還沒有心跳</translation>
    </message>
    <message>
        <source>Free slots of all slots</source>
        <translation>空槽位 / 全部槽位</translation>
    </message>
    <message>
        <source>Power banks charged to 80 % or more</source>
        <translation>電量不低於 80% 的行動電源</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>機櫃</translation>
    </message>
    <message>
        <source>Name and place</source>
        <translation>名稱和位置</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型號</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空槽</translation>
    </message>
    <message>
        <source>Banks</source>
        <translation>行動電源</translation>
    </message>
    <message>
        <source>≥ 80 %</source>
        <translation>≥ 80%</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>訊號</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>1 slot</source>
        <translation>1 個槽位</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::FleetPage</name>
    <message>
        <source>Cabinets</source>
        <translation>機櫃</translation>
    </message>
    <message>
        <source>Accept new… %1</source>
        <translation>接受新機櫃… %1</translation>
    </message>
    <message>
        <source>Accept new…</source>
        <translation>接受新機櫃…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有型號</translation>
    </message>
    <message>
        <source>%1 slots</source>
        <translation>%1 個槽位</translation>
    </message>
    <message>
        <source>There is no cabinet yet</source>
        <translation>還沒有機櫃</translation>
    </message>
    <message>
        <source>The charts are shown</source>
        <translation>正在顯示圖表</translation>
    </message>
    <message>
        <source>Words of serial number, name, place, power bank or address</source>
        <translation>序號、名稱、位置、行動電源或位址中的詞</translation>
    </message>
    <message>
        <source>Only cabinets in this state</source>
        <translation>只顯示此狀態的機櫃</translation>
    </message>
    <message>
        <source>Only cabinets of this size</source>
        <translation>只顯示此規格的機櫃</translation>
    </message>
    <message>
        <source>Cabinets of one state stand together</source>
        <translation>相同狀態的機櫃排在一起</translation>
    </message>
    <message>
        <source>The server is not listening yet.</source>
        <translation>伺服器尚未開始監聽。</translation>
    </message>
    <message>
        <source>Listening on port %1</source>
        <translation>正在監聽連接埠 %1</translation>
    </message>
    <message>
        <source>No cabinets yet</source>
        <translation>還沒有機櫃</translation>
    </message>
    <message>
        <source>Point the cabinets&apos; server address at this computer. Those that dial in wait here until they are accepted.</source>
        <translation>請將機櫃的伺服器位址指向本機。撥入的機櫃會在這裡等待接受。</translation>
    </message>
    <message>
        <source>Accept new cabinets…</source>
        <translation>接受新機櫃…</translation>
    </message>
    <message>
        <source>Export the cabinets</source>
        <translation>匯出機櫃</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>機櫃</translation>
    </message>
    <message>
        <source>Name and place</source>
        <translation>名稱和位置</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>槽位</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空槽</translation>
    </message>
    <message>
        <source>Power banks</source>
        <translation>行動電源</translation>
    </message>
    <message>
        <source>≥ 80 %</source>
        <translation>≥ 80%</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>訊號</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Last heartbeat</source>
        <translation>最近心跳</translation>
    </message>
    <message>
        <source>Cabinets exported: %1</source>
        <translation>已匯出機櫃：%1</translation>
    </message>
    <message>
        <source>The cabinets could not be exported</source>
        <translation>無法匯出機櫃</translation>
    </message>
    <message>
        <source>SN, name, place, bank or address</source>
        <translation>序號、名稱、位置、行動電源或位址</translation>
    </message>
    <message>
        <source>Find cabinets</source>
        <translation>尋找機櫃</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型號</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有狀態</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分組</translation>
    </message>
    <message>
        <source>Group by state</source>
        <translation>按狀態分組</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Show the charts</source>
        <translation>顯示圖表</translation>
    </message>
    <message>
        <source>Cabinets on line, rents and returns, stock</source>
        <translation>在線機櫃、租借與歸還、庫存</translation>
    </message>
    <message>
        <source>No cabinet matches. Esc in the search shows all of them again.</source>
        <translation>沒有匹配的機櫃。在搜尋框中按 Esc 可重新顯示全部。</translation>
    </message>
    <message>
        <source>%1. It is tried again every 10 seconds.</source>
        <translation>%1。每 10 秒重試一次。</translation>
    </message>
    <message>
        <source>1 slot</source>
        <translation>1 個槽位</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::FleetView</name>
    <message>
        <source>Columns as they were at first</source>
        <translation>恢復預設的列</translation>
    </message>
    <message>
        <source>Charging cabinets</source>
        <translation>充電機櫃</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::ServerAddressDialog</name>
    <message>
        <source>The cabinet is told at once</source>
        <translation>立即通知機櫃</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>伺服器位址</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>伺服器</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>連接埠</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>Host name or address of the server, as the cabinet can reach it</source>
        <translation>機櫃能夠存取的伺服器主機名稱或位址</translation>
    </message>
    <message>
        <source>The port of the server, usually 8992</source>
        <translation>伺服器連接埠，通常為 8992</translation>
    </message>
    <message>
        <source>How often the cabinet says that it is there: 1 to 255 seconds</source>
        <translation>機櫃報告在線的間隔：1 到 255 秒</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Reboot it then: the new address counts after the next start</source>
        <translation>隨後重新啟動：新位址在下次啟動後生效</translation>
    </message>
    <message>
        <source>Without it the cabinet stays here until somebody starts it again</source>
        <translation>否則機櫃會留在這裡，直到有人重新啟動它</translation>
    </message>
    <message>
        <source>With a wrong address the cabinet never dials in here again: somebody has to go there.</source>
        <translation>如果位址錯誤，機櫃將不再撥入這裡：需要有人到現場處理。</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原樣</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>不發送任何內容</translation>
    </message>
    <message>
        <source>Set address</source>
        <translation>設定位址</translation>
    </message>
    <message>
        <source>Enter the address of the server first</source>
        <translation>請先輸入伺服器位址</translation>
    </message>
    <message>
        <source>Only the name or address, without spaces, “http://” or a path</source>
        <translation>只需名稱或位址，不含空格、「http://」或路徑</translation>
    </message>
    <message>
        <source>The cabinet takes only Latin letters, digits and signs, without spaces</source>
        <translation>機櫃只接受拉丁字母、數字和符號，不含空格</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::SlotFront</name>
    <message>
        <source>Rent</source>
        <translation>租借</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>out of use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>有故障</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Slots of the cabinet</source>
        <translation>機櫃的槽位</translation>
    </message>
    <message>
        <source>It is out of use: put it into use first</source>
        <translation>它已停用：請先恢復使用</translation>
    </message>
    <message>
        <source>The cabinet has not answered yet</source>
        <translation>機櫃尚未回應</translation>
    </message>
    <message>
        <source>Rent %1</source>
        <translation>租借 %1</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::SlotModel</name>
    <message>
        <source>faulty: %1</source>
        <translation>有故障：%1</translation>
    </message>
    <message>
        <source>%1 mV · %2 mA · %3 °C · health %4 %</source>
        <translation>%1 mV · %2 mA · %3 °C · 健康度 %4%</translation>
    </message>
    <message>
        <source>not locked</source>
        <translation>未鎖定</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空</translation>
    </message>
    <message>
        <source>out of use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>out of use: %1</source>
        <translation>已停用：%1</translation>
    </message>
    <message>
        <source>waiting for the answer</source>
        <translation>正在等待回應</translation>
    </message>
    <message>
        <source>Slot %1: %2</source>
        <translation>%1 號槽位：%2</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::UpgradeDialog</name>
    <message>
        <source>The cabinet begins at once to load the file</source>
        <translation>機櫃立即開始下載檔案</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升級</translation>
    </message>
    <message>
        <source>FTP server</source>
        <translation>FTP 伺服器</translation>
    </message>
    <message>
        <source>Host name or address, as the cabinet can reach it</source>
        <translation>機櫃能夠存取的主機名稱或位址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>連接埠</translation>
    </message>
    <message>
        <source>The port of the FTP server, usually 21</source>
        <translation>FTP 伺服器連接埠，通常為 21</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>The name of the firmware file on the server</source>
        <translation>伺服器上韌體檔案的名稱</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>A user of the FTP server; may be empty</source>
        <translation>FTP 伺服器的使用者；可以留空</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>It is sent to the cabinet without encryption: take one that opens nothing else</source>
        <translation>它會以未加密的方式發送給機櫃：請使用不用於其他地方的密碼</translation>
    </message>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>在鑰匙圈中儲存密碼</translation>
    </message>
    <message>
        <source>Otherwise it is forgotten when this window closes</source>
        <translation>否則關閉此視窗後即被忘記</translation>
    </message>
    <message>
        <source>There is no keychain here</source>
        <translation>這裡沒有鑰匙圈</translation>
    </message>
    <message>
        <source>The cabinet loads the file, installs it and starts again. With a wrong file it may not come back: somebody has to go there.</source>
        <translation>機櫃會下載並安裝檔案，然後重新啟動。如果檔案有誤，它可能無法恢復：需要有人到現場處理。</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原樣</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>不發送任何內容</translation>
    </message>
    <message>
        <source>as kept in the keychain</source>
        <translation>使用鑰匙圈中的密碼</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Enter the FTP server first</source>
        <translation>請先輸入 FTP 伺服器</translation>
    </message>
    <message>
        <source>Enter the name of the file first</source>
        <translation>請先輸入檔名</translation>
    </message>
    <message>
        <source>The cabinet takes only Latin letters, digits and signs, without spaces</source>
        <translation>機櫃只接受拉丁字母、數字和符號，不含空格</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::VolumeDialog</name>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>How loud it is now is not known.</source>
        <translation>當前音量未知。</translation>
    </message>
    <message>
        <source>Only cabinets with a speaker answer this.</source>
        <translation>只有帶喇叭的機櫃才會回應。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原樣</translation>
    </message>
    <message>
        <source>Set volume</source>
        <translation>設定音量</translation>
    </message>
    <message>
        <source>The cabinet speaks this loud from now on</source>
        <translation>機櫃從現在起使用此音量</translation>
    </message>
</context>
<context>
    <name>opsdeck::console::Console</name>
    <message>
        <source>Demonstration</source>
        <translation>展示</translation>
    </message>
</context>
<context>
    <name>opsdeck::console::DemoSimulator</name>
    <message>
        <source>North lot DVR</source>
        <translation>北停車場錄影機</translation>
    </message>
    <message>
        <source>South lot DVR</source>
        <translation>南停車場錄影機</translation>
    </message>
    <message>
        <source>DVR %1</source>
        <translation>錄影機 %1</translation>
    </message>
    <message>
        <source>opsdeck-sim ended with exit code %1</source>
        <translation>opsdeck-sim 已結束，結束代碼 %1</translation>
    </message>
    <message>
        <source>There is no opsdeck-sim in %1</source>
        <translation>%1 中沒有 opsdeck-sim</translation>
    </message>
    <message>
        <source>opsdeck-sim did not say where it listens</source>
        <translation>opsdeck-sim 未說明監聽的連接埠</translation>
    </message>
    <message>
        <source>Lobby east</source>
        <translation>東側大廳</translation>
    </message>
    <message>
        <source>Lift hall</source>
        <translation>電梯廳</translation>
    </message>
    <message>
        <source>Food court</source>
        <translation>美食廣場</translation>
    </message>
    <message>
        <source>Exit A</source>
        <translation>A 出口</translation>
    </message>
    <message>
        <source>Level 2</source>
        <translation>二樓</translation>
    </message>
    <message>
        <source>Ticket hall</source>
        <translation>售票大廳</translation>
    </message>
    <message>
        <source>Cabinet %1</source>
        <translation>機櫃 %1</translation>
    </message>
    <message>
        <source>Cabinets</source>
        <translation>機櫃</translation>
    </message>
    <message>
        <source>There is no free port on this computer</source>
        <translation>本機沒有空閒的連接埠</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::DevicePasswords</name>
    <message>
        <source>It is not kept: the site file names no place for it (passwordRef).</source>
        <translation>不會儲存：站點檔案沒有為它指定存放位置（passwordRef）。</translation>
    </message>
    <message>
        <source>There is no keychain on this computer: it will be kept in the file %1, which only you can read.</source>
        <translation>這台電腦沒有鑰匙圈：密碼將儲存在檔案 %1 中，只有您可以讀取。</translation>
    </message>
    <message>
        <source>It will be kept in the keychain of this computer.</source>
        <translation>密碼將儲存在這台電腦的鑰匙圈中。</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::DeviceRoster</name>
    <message>
        <source>The password of “%1” is used, but could not be kept</source>
        <translation>已使用「%1」的密碼，但未能儲存</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>輸入密碼…</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>立即重試</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::DvrConnectionTest</name>
    <message>
        <source>Find the address</source>
        <translation>查找位址</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Read what it is</source>
        <translation>讀取設備資訊</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>第一幅畫面</translation>
    </message>
    <message>
        <source>it is an address, nothing to look up</source>
        <translation>已是位址，無需查找</translation>
    </message>
    <message>
        <source>the device accepts connections</source>
        <translation>設備接受連線</translation>
    </message>
    <message>
        <source>channels: %1</source>
        <translation>通道數：%1</translation>
    </message>
    <message>
        <source>firmware %1</source>
        <translation>韌體 %1</translation>
    </message>
    <message>
        <source>serial number %1</source>
        <translation>序號 %1</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>通道 %1</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::DvrDeviceForm</name>
    <message>
        <source>Enter the host name or address of the recorder</source>
        <translation>請輸入錄影機的主機名稱或位址</translation>
    </message>
    <message>
        <source>Enter the name of a user of the recorder</source>
        <translation>請輸入錄影機的使用者名稱</translation>
    </message>
    <message>
        <source>Enter a number from 1 to 65535</source>
        <translation>請輸入 1 到 65535 之間的數字</translation>
    </message>
    <message>
        <source>Enter a number from 1 to %1</source>
        <translation>請輸入 1 到 %1 之間的數字</translation>
    </message>
    <message>
        <source>Only the name or address, without spaces, “http://” or a path</source>
        <translation>只需名稱或位址，不含空格、「http://」或路徑</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>Host name, IPv4 or IPv6 address of the recorder</source>
        <translation>錄影機的主機名稱、IPv4 或 IPv6 位址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>連接埠</translation>
    </message>
    <message>
        <source>The recorder&apos;s media port, usually 34567</source>
        <translation>錄影機的媒體連接埠，通常為 34567</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>A user the recorder knows</source>
        <translation>錄影機上的使用者</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>“This user has no password” is chosen</source>
        <translation>已選擇「此使用者沒有密碼」</translation>
    </message>
    <message>
        <source>It is kept in the keychain of this computer, never in the site file</source>
        <translation>儲存在本機的鑰匙圈中，絕不寫入站點檔案</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道數</translation>
    </message>
    <message>
        <source>How many channels to show; normally the recorder says it itself</source>
        <translation>顯示多少個通道；通常由錄影機自行告知</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不變</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>This user has no password</source>
        <translation>此使用者沒有密碼</translation>
    </message>
    <message>
        <source>Removes the stored password from the keychain</source>
        <translation>從鑰匙圈中刪除已儲存的密碼</translation>
    </message>
    <message>
        <source>as the recorder says</source>
        <translation>以錄影機為準</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::DvrSettings</name>
    <message>
        <source>Video</source>
        <translation>視訊</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>串流</translation>
    </message>
    <message>
        <source>Automatic takes the small stream in small tiles and the full one in large tiles</source>
        <translation>自動：小畫面用子串流，大畫面用主串流</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Always the full stream</source>
        <translation>一律用主串流</translation>
    </message>
    <message>
        <source>Always the small stream</source>
        <translation>一律用子串流</translation>
    </message>
    <message>
        <source>Recordings are</source>
        <translation>錄影格式</translation>
    </message>
    <message>
        <source>MKV keeps the sound of the camera, MP4 plays in more programs</source>
        <translation>MKV 保留攝影機的聲音，MP4 可在更多程式中播放</translation>
    </message>
    <message>
        <source>Instant replay</source>
        <translation>即時重播</translation>
    </message>
    <message>
        <source>How far back a live tile can be replayed</source>
        <translation>即時畫面可以重播多久以前</translation>
    </message>
    <message>
        <source>Memory of a tile for instant replay</source>
        <translation>每個畫面用於即時重播的記憶體</translation>
    </message>
    <message>
        <source>A busy stream may reach less far back than set above</source>
        <translation>位元率高時，可重播的時間可能比上面設定的短</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Folder for snapshots</source>
        <translation>快照資料夾</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>錄影資料夾</translation>
    </message>
    <message>
        <source>Time of a step in a new tour</source>
        <translation>新輪巡每一步的時間</translation>
    </message>
    <message>
        <source>Each step of a tour can have its own time</source>
        <translation>輪巡的每一步都可以有自己的時間</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::DvrUi</name>
    <message>
        <source>Show on tile %1</source>
        <translation>顯示在第 %1 格</translation>
    </message>
    <message>
        <source>Show all channels from tile %1</source>
        <translation>從第 %1 格起顯示全部頻道</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>影像牆</translation>
    </message>
    <message>
        <source>Second wall in a window of its own</source>
        <translation>在獨立視窗中開啟第二影像牆</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資料</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::MediaActions</name>
    <message>
        <source>Save a snapshot</source>
        <translation>儲存快照</translation>
    </message>
    <message>
        <source>Replay the last seconds, or back to live</source>
        <translation>重播最近畫面，或返回即時</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>影像牆</translation>
    </message>
    <message>
        <source>The selected tile is empty</source>
        <translation>選取的格子是空的</translation>
    </message>
    <message>
        <source>The selected tile has no picture</source>
        <translation>選取的格子沒有畫面</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>No snapshot of %1</source>
        <translation>未能儲存 %1 的快照</translation>
    </message>
    <message>
        <source>Snapshot of %1 saved</source>
        <translation>%1 的快照已儲存</translation>
    </message>
    <message>
        <source>Record, or stop recording</source>
        <translation>開始或停止錄影</translation>
    </message>
    <message>
        <source>Stop all recordings</source>
        <translation>停止所有錄影</translation>
    </message>
    <message>
        <source>Nothing is being recorded</source>
        <translation>沒有正在進行的錄影</translation>
    </message>
    <message>
        <source>Recording of %1 saved: %2, %3 s</source>
        <translation>%1 的錄影已儲存：%2，%3 秒</translation>
    </message>
    <message>
        <source>Recording of %1 ended</source>
        <translation>%1 的錄影已中止</translation>
    </message>
    <message>
        <source>%1 is not recorded</source>
        <translation>未能錄製 %1</translation>
    </message>
    <message>
        <source>Sound of this camera, or silence</source>
        <translation>開啟或關閉此攝影機的聲音</translation>
    </message>
    <message>
        <source>The sound is off</source>
        <translation>聲音已關閉</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>調高音量</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>調低音量</translation>
    </message>
    <message>
        <source>This device is not in the site any more</source>
        <translation>此設備已不在站點中</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type a name first</source>
        <translation>請先輸入名稱</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::PasswordDialog</name>
    <message>
        <source>Enter password</source>
        <translation>輸入密碼</translation>
    </message>
    <message>
        <source>Password of user “%1” on “%2”</source>
        <translation>「%2」上使用者「%1」的密碼</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Empty for a user without a password</source>
        <translation>使用者沒有密碼時留空</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep the device offline</source>
        <translation>讓裝置保持離線</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Try this password now</source>
        <translation>立即嘗試此密碼</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::ReplayBar</name>
    <message>
        <source>Place in the replay</source>
        <translation>回放位置</translation>
    </message>
    <message>
        <source>Drag to look through the replay (Left, Right: a frame; with Shift: a second)</source>
        <translation>拖曳以瀏覽回放（左、右方向鍵：一個畫格；按住 Shift：一秒）</translation>
    </message>
    <message>
        <source>Time of the picture</source>
        <translation>畫面時間</translation>
    </message>
    <message>
        <source>When this picture was received</source>
        <translation>收到此畫面的時間</translation>
    </message>
    <message>
        <source>Seconds before the end of the replay</source>
        <translation>距回放結尾的秒數</translation>
    </message>
    <message>
        <source>How long before the newest picture of this replay</source>
        <translation>比此回放的最新畫面早多久</translation>
    </message>
    <message>
        <source>A picture back</source>
        <translation>上一個畫格</translation>
    </message>
    <message>
        <source>A picture back (Left)</source>
        <translation>上一個畫格（左方向鍵）</translation>
    </message>
    <message>
        <source>A picture on</source>
        <translation>下一個畫格</translation>
    </message>
    <message>
        <source>A picture on (Right)</source>
        <translation>下一個畫格（右方向鍵）</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>%1 倍速</translation>
    </message>
    <message>
        <source>Play at %1 times the speed</source>
        <translation>以 %1 倍速播放</translation>
    </message>
    <message>
        <source>From here</source>
        <translation>從此處</translation>
    </message>
    <message>
        <source>Save from here</source>
        <translation>從此處開始儲存</translation>
    </message>
    <message>
        <source>What is saved begins at this picture (I)</source>
        <translation>儲存的片段從此畫面開始（I）</translation>
    </message>
    <message>
        <source>To here</source>
        <translation>到此處</translation>
    </message>
    <message>
        <source>Save to here</source>
        <translation>儲存到此處為止</translation>
    </message>
    <message>
        <source>What is saved ends at this picture (O)</source>
        <translation>儲存的片段到此畫面結束（O）</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>返回即時</translation>
    </message>
    <message>
        <source>Back to live (Esc)</source>
        <translation>返回即時（Esc）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Nothing was kept of this stream yet</source>
        <translation>此視訊串流尚未保留任何畫面</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暫停（空白鍵）</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放（空白鍵）</translation>
    </message>
    <message>
        <source>−%1 s</source>
        <translation>−%1 秒</translation>
    </message>
    <message>
        <source>Save %1 s…</source>
        <translation>儲存 %1 秒…</translation>
    </message>
    <message>
        <source>Save the chosen part as a clip; it begins at the whole picture before</source>
        <translation>將所選部分儲存為影片片段；片段從前一個完整畫面開始</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
    <message>
        <source>Save this replay as a clip</source>
        <translation>將此回放儲存為影片片段</translation>
    </message>
    <message>
        <source>Play at the normal speed</source>
        <translation>以正常速度播放</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::TileDetail</name>
    <message>
        <source>full, changing to small</source>
        <translation>主串流，正在切換到子串流</translation>
    </message>
    <message>
        <source>small, changing to full</source>
        <translation>子串流，正在切換到主串流</translation>
    </message>
    <message>
        <source>full (kept)</source>
        <translation>主串流（固定）</translation>
    </message>
    <message>
        <source>small (kept)</source>
        <translation>子串流（固定）</translation>
    </message>
    <message>
        <source>%1 fps · %2 kbit/s</source>
        <translation>%1 fps · %2 kbit/s</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>串流</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>畫面</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Lost packets</source>
        <translation>遺失封包</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>重新連線次數</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Live since</source>
        <translation>即時始於</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>始於</translation>
    </message>
    <message>
        <source>%1 s · %2 MB</source>
        <translation>%1 秒 · %2 MB</translation>
    </message>
    <message>
        <source>Digital zoom</source>
        <translation>數位放大</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>錄影</translation>
    </message>
    <message>
        <source>full (automatic)</source>
        <translation>主串流（自動）</translation>
    </message>
    <message>
        <source>small (automatic)</source>
        <translation>子串流（自動）</translation>
    </message>
    <message>
        <source>Decode errors</source>
        <translation>解碼錯誤</translation>
    </message>
    <message>
        <source>Dropped late</source>
        <translation>過晚捨棄</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延遲</translation>
    </message>
    <message>
        <source>For replay</source>
        <translation>可重播</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::TileInspector</name>
    <message>
        <source>Tile %1 is empty</source>
        <translation>第 %1 格是空的</translation>
    </message>
    <message>
        <source>Drag a channel from the site tree onto it.</source>
        <translation>從站點樹將頻道拖到此格。</translation>
    </message>
    <message>
        <source>Volume, %1 %</source>
        <translation>音量 %1 %</translation>
    </message>
    <message>
        <source>Switch the sound of a camera on first</source>
        <translation>請先開啟一台攝影機的聲音</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>錄影</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>返回即時</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重播</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>關閉聲音</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>開啟聲音</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Data rate over the last minute</source>
        <translation>最近一分鐘的位元率</translation>
    </message>
    <message>
        <source>Details of the selected tile</source>
        <translation>選取格子的詳細資料</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::TileSound</name>
    <message>
        <source>waiting for sound</source>
        <translation>正在等待聲音</translation>
    </message>
    <message>
        <source>this camera sends no sound</source>
        <translation>此攝影機不傳送聲音</translation>
    </message>
    <message>
        <source>no sound output on this computer</source>
        <translation>此電腦沒有聲音輸出裝置</translation>
    </message>
    <message>
        <source>this camera&apos;s sound cannot be played</source>
        <translation>無法播放此攝影機的聲音</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::TourBar</name>
    <message>
        <source>Tour, stop %1 of %2: %3</source>
        <translation>輪巡，第 %1 站，共 %2 站：%3</translation>
    </message>
    <message>
        <source>paused, %1 s left</source>
        <translation>已暫停，剩餘 %1 秒</translation>
    </message>
    <message>
        <source>next in %1 s</source>
        <translation>%1 秒後切換</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一個</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一個</translation>
    </message>
    <message>
        <source>Stop tour</source>
        <translation>停止輪巡</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::TourDialog</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒數</translation>
    </message>
    <message>
        <source>New tour</source>
        <translation>新輪巡</translation>
    </message>
    <message>
        <source>Edit tour</source>
        <translation>編輯輪巡</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Name of the tour</source>
        <translation>輪巡名稱</translation>
    </message>
    <message>
        <source>Steps of the tour</source>
        <translation>輪巡的步驟</translation>
    </message>
    <message>
        <source>F2 or a double-click changes the time of a step</source>
        <translation>按 F2 或按兩下可變更一步的時間</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>The selected step comes earlier</source>
        <translation>選取的一步提前</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>The selected step comes later</source>
        <translation>選取的一步延後</translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation>移除此步</translation>
    </message>
    <message>
        <source>Takes the selected step out of the tour</source>
        <translation>從輪巡中移除選取的一步</translation>
    </message>
    <message>
        <source>View to add</source>
        <translation>要新增的檢視</translation>
    </message>
    <message>
        <source>Add view</source>
        <translation>新增檢視</translation>
    </message>
    <message>
        <source>Adds the view at the left as the last step</source>
        <translation>將左側的檢視新增為最後一步</translation>
    </message>
    <message>
        <source>There is no saved view yet</source>
        <translation>還沒有儲存的檢視</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>新增頻道</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>新增「%1」</translation>
    </message>
    <message>
        <source>The selected tile of the wall is empty</source>
        <translation>影像牆上選取的格子是空的</translation>
    </message>
    <message>
        <source>Adds the channel of the selected tile, by itself on the wall</source>
        <translation>新增選取格子的頻道，在影像牆上單獨顯示</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave the tour as it was</source>
        <translation>保留原來的輪巡</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Select a step first</source>
        <translation>請先選取一步</translation>
    </message>
    <message>
        <source>Type a name first</source>
        <translation>請先輸入名稱</translation>
    </message>
    <message>
        <source>Add a step first</source>
        <translation>請先新增一步</translation>
    </message>
    <message>
        <source>Keep the tour</source>
        <translation>儲存輪巡</translation>
    </message>
    <message>
        <source>A tour shows its steps one after another. Add a view or a channel as the first step.</source>
        <translation>輪巡會依序顯示各個步驟。請加入一個檢視或通道作為第一步。</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::TourModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>a view that is gone</source>
        <translation>已刪除的檢視</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>顯示</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::ViewBook</name>
    <message>
        <source>1 tile</source>
        <translation>1 格</translation>
    </message>
    <message>
        <source>%1 tiles</source>
        <translation>%1 格</translation>
    </message>
    <message>
        <source>tour, %1 s</source>
        <translation>輪巡，%1 秒</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::ViewDesk</name>
    <message>
        <source>Views and tours</source>
        <translation>檢視與輪巡</translation>
    </message>
    <message>
        <source>Save what the wall shows as a view…</source>
        <translation>將影像牆儲存為檢視…</translation>
    </message>
    <message>
        <source>Save what the wall shows in its view</source>
        <translation>將影像牆儲存到其檢視</translation>
    </message>
    <message>
        <source>The wall does not show a saved view</source>
        <translation>影像牆顯示的不是已儲存的檢視</translation>
    </message>
    <message>
        <source>New tour…</source>
        <translation>新輪巡…</translation>
    </message>
    <message>
        <source>Start or stop the tour</source>
        <translation>開始或停止輪巡</translation>
    </message>
    <message>
        <source>No tour is running</source>
        <translation>沒有正在執行的輪巡</translation>
    </message>
    <message>
        <source>Pause the tour, or go on</source>
        <translation>暫停或繼續輪巡</translation>
    </message>
    <message>
        <source>Next stop of the tour</source>
        <translation>輪巡的下一站</translation>
    </message>
    <message>
        <source>Previous stop of the tour</source>
        <translation>輪巡的上一站</translation>
    </message>
    <message>
        <source>Start tour “%1”</source>
        <translation>開始輪巡「%1」</translation>
    </message>
    <message>
        <source>Show view “%1”</source>
        <translation>顯示檢視「%1」</translation>
    </message>
    <message>
        <source>The tour “%1” has nothing to show</source>
        <translation>輪巡「%1」沒有可顯示的內容</translation>
    </message>
    <message>
        <source>Edit tour…</source>
        <translation>編輯輪巡…</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>儲存檢視</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>檢視名稱</translation>
    </message>
    <message>
        <source>New view</source>
        <translation>新檢視</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>New tour</source>
        <translation>新輪巡</translation>
    </message>
    <message>
        <source>Tour “%1” removed</source>
        <translation>已刪除輪巡「%1」</translation>
    </message>
    <message>
        <source>View “%1” removed</source>
        <translation>已刪除檢視「%1」</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Start tour</source>
        <translation>開始輪巡</translation>
    </message>
    <message>
        <source>Show view</source>
        <translation>顯示檢視</translation>
    </message>
    <message>
        <source>Save what the wall shows here</source>
        <translation>將影像牆儲存到此處</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>There are %1 views and tours: remove one first</source>
        <translation>已有 %1 個檢視和輪巡：請先刪除一個</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::ViewsPanel</name>
    <message>
        <source>Saved views and tours</source>
        <translation>已儲存的檢視和輪巡</translation>
    </message>
    <message>
        <source>Enter shows a view, Delete removes it, Alt+Up and Alt+Down move it</source>
        <translation>Enter 顯示檢視，Delete 刪除，Alt+上/下方向鍵移動</translation>
    </message>
    <message>
        <source>Put the channels you watch together on the wall and save them as a view: it is then one key away.</source>
        <translation>把需要一起監看的頻道放到影像牆上並儲存為檢視，之後按一個鍵即可叫出。</translation>
    </message>
    <message>
        <source>Save view…</source>
        <translation>儲存檢視…</translation>
    </message>
    <message>
        <source>New tour…</source>
        <translation>新輪巡…</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::WallActions</name>
    <message>
        <source>The selected tile is empty</source>
        <translation>選取的格子是空的</translation>
    </message>
    <message>
        <source>The selected tile has no picture</source>
        <translation>選取的格子沒有畫面</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>影像牆</translation>
    </message>
    <message>
        <source>Enlarge tile, and back</source>
        <translation>放大此格，再按還原</translation>
    </message>
    <message>
        <source>Ask for a whole picture (I-frame)</source>
        <translation>要求完整畫面（I 影格）</translation>
    </message>
    <message>
        <source>Show the whole picture again</source>
        <translation>還原完整畫面</translation>
    </message>
    <message>
        <source>Details of the tile</source>
        <translation>此格的詳細資料</translation>
    </message>
    <message>
        <source>Clear tile</source>
        <translation>清空此格</translation>
    </message>
    <message>
        <source>Stream: by the size of the tile</source>
        <translation>串流：依格子大小</translation>
    </message>
    <message>
        <source>Stream: always the full one</source>
        <translation>串流：一律用主串流</translation>
    </message>
    <message>
        <source>Stream: always the small one</source>
        <translation>串流：一律用子串流</translation>
    </message>
    <message>
        <source>Show 1 tile</source>
        <translation>顯示 1 格</translation>
    </message>
    <message>
        <source>Show %1 tiles</source>
        <translation>顯示 %1 格</translation>
    </message>
    <message>
        <source>Larger tiles</source>
        <translation>更大的格子</translation>
    </message>
    <message>
        <source>Smaller tiles</source>
        <translation>更小的格子</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>串流</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::WallPage</name>
    <message>
        <source>1 tile</source>
        <translation>1 格</translation>
    </message>
    <message>
        <source>%1 tiles</source>
        <translation>%1 格</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>影像牆</translation>
    </message>
    <message>
        <source>Show 1 tile</source>
        <translation>顯示 1 格</translation>
    </message>
    <message>
        <source>Show %1 tiles</source>
        <translation>顯示 %1 格</translation>
    </message>
    <message>
        <source>Number of tiles</source>
        <translation>格數</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::WallPane</name>
    <message>
        <source>There is nothing to replay yet: the picture has only just come</source>
        <translation>還沒有可重播的內容：畫面剛剛到達</translation>
    </message>
    <message>
        <source>Save replay</source>
        <translation>儲存重播</translation>
    </message>
    <message>
        <source>Clips (*.mp4 *.mkv)</source>
        <translation>影片片段 (*.mp4 *.mkv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Replay saved</source>
        <translation>重播已儲存</translation>
    </message>
    <message>
        <source>The replay could not be saved: %1</source>
        <translation>未能儲存重播：%1</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1（已變更）</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::WallView</name>
    <message>
        <source>Video wall</source>
        <translation>影像牆</translation>
    </message>
    <message>
        <source>Tile %1</source>
        <translation>第 %1 格</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::WallWindow</name>
    <message>
        <source>Second wall – Opsdeck</source>
        <translation>第二影像牆 – Opsdeck</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::AcknowledgeDialog</name>
    <message>
        <source>Acknowledge all shown</source>
        <translation>確認全部顯示的事件</translation>
    </message>
    <message>
        <source>Acknowledge all events in the list? Not acknowledged are: %1</source>
        <translation>確認清單中的所有事件？尚未確認的有：%1</translation>
    </message>
    <message>
        <source>It cannot be undone.</source>
        <translation>此操作無法復原。</translation>
    </message>
    <message>
        <source>They are acknowledged in the name of %1. It cannot be undone.</source>
        <translation>將以 %1 的名義確認。此操作無法復原。</translation>
    </message>
    <message>
        <source>Older events that are not in the list yet stay as they are.</source>
        <translation>尚未載入清單的較早事件保持不變。</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>保持不變</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>全部確認</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::CsvExport</name>
    <message>
        <source>Export events</source>
        <translation>匯出事件</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗號分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>%1 events were exported to %2</source>
        <translation>已將 %1 個事件匯出到 %2</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>顯示資料夾</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written</source>
        <translation>匯出已取消，未寫入檔案</translation>
    </message>
    <message>
        <source>The events could not be exported: %1</source>
        <translation>事件無法匯出：%1</translation>
    </message>
    <message>
        <source>1 event was exported to %1</source>
        <translation>已將 1 個事件匯出到 %1</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventDetails</name>
    <message>
        <source>Details</source>
        <translation>詳細資料</translation>
    </message>
    <message>
        <source>Select an event to see everything about it.</source>
        <translation>選擇一個事件以檢視其全部資訊。</translation>
    </message>
    <message>
        <source>Details of the event</source>
        <translation>事件詳細資料</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>複製詳細資料</translation>
    </message>
    <message>
        <source>Copy everything about this event</source>
        <translation>複製此事件的全部資訊</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventFacts</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Device ID</source>
        <translation>裝置識別碼</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作員</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>確認者</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>時間 (UTC)</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Acknowledged (UTC)</source>
        <translation>確認時間 (UTC)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資料</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventFilterBar</name>
    <message>
        <source>All systems</source>
        <translation>所有系統</translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>所有裝置</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有類型</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>所有時間</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近一小時</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小時</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>從 – 到</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>所有等級</translation>
    </message>
    <message>
        <source>Attention and alarms</source>
        <translation>注意和警報</translation>
    </message>
    <message>
        <source>Alarms only</source>
        <translation>僅警報</translation>
    </message>
    <message>
        <source>Words of device or details</source>
        <translation>裝置或詳細資料中的詞</translation>
    </message>
    <message>
        <source>Search events</source>
        <translation>搜尋事件</translation>
    </message>
    <message>
        <source>Each word must be the beginning of a word of the event</source>
        <translation>每個詞須為事件中某個詞的開頭</translation>
    </message>
    <message>
        <source>from</source>
        <translation>從</translation>
    </message>
    <message>
        <source>From</source>
        <translation>從</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Only events that nobody has acknowledged</source>
        <translation>僅顯示尚無人確認的事件</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>顯示全部</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>顯示所有事件</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventList</name>
    <message>
        <source>The events could not be acknowledged: %1</source>
        <translation>事件無法確認：%1</translation>
    </message>
    <message>
        <source>The events cannot be read</source>
        <translation>無法讀取事件</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>The events cannot be read: %1</source>
        <translation>無法讀取事件：%1</translation>
    </message>
    <message>
        <source>What happens at the devices and in the program will stand here, the newest first.</source>
        <translation>裝置和程式中發生的事情會顯示在這裡，最新的在最前。</translation>
    </message>
    <message>
        <source>No event fits</source>
        <translation>沒有符合的事件</translation>
    </message>
    <message>
        <source>There are events that the filter leaves out.</source>
        <translation>有事件被篩選條件排除。</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>顯示所有事件</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>尚無事件</translation>
    </message>
    <message>
        <source>Far back in the list; new events since: %1</source>
        <translation>位於清單較早處；其後有新事件：%1</translation>
    </message>
    <message>
        <source>Far back in the list; the newest events are not shown</source>
        <translation>位於清單較早處；未顯示最新事件</translation>
    </message>
    <message>
        <source>Back to the newest</source>
        <translation>回到最新</translation>
    </message>
    <message>
        <source>Searching further back…</source>
        <translation>正在向前搜尋…</translation>
    </message>
    <message>
        <source>Searching further back… %1 reached</source>
        <translation>正在向前搜尋… 已到 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The search was stopped</source>
        <translation>搜尋已停止</translation>
    </message>
    <message>
        <source>The search was stopped at %1</source>
        <translation>搜尋已停在 %1</translation>
    </message>
    <message>
        <source>Search further back</source>
        <translation>繼續向前搜尋</translation>
    </message>
    <message>
        <source>Older events cannot be read: %1</source>
        <translation>無法讀取更早的事件：%1</translation>
    </message>
    <message>
        <source>Reading events…</source>
        <translation>正在讀取事件…</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventSettings</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Events are kept for</source>
        <translation>事件保留時間</translation>
    </message>
    <message>
        <source>Older ones are deleted; 0 keeps all of them</source>
        <translation>更早的事件將被刪除；0 表示全部保留</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Operator&apos;s name</source>
        <translation>操作員姓名</translation>
    </message>
    <message>
        <source>Who acknowledges and acts, in events</source>
        <translation>事件中記錄的確認者和操作者</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventsModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>Nobody has acknowledged it</source>
        <translation>尚無人確認</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作員</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已確認</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventsPage</name>
    <message>
        <source>Select an event first</source>
        <translation>請先選擇事件</translation>
    </message>
    <message>
        <source>It is acknowledged already</source>
        <translation>已經確認</translation>
    </message>
    <message>
        <source>All events in the list are acknowledged</source>
        <translation>清單中的事件均已確認</translation>
    </message>
    <message>
        <source>Acknowledge the selected events (Space)</source>
        <translation>確認所選事件（空白鍵）</translation>
    </message>
    <message>
        <source>Acknowledge all events in the list</source>
        <translation>確認清單中的所有事件</translation>
    </message>
    <message>
        <source>open alarms</source>
        <translation>未確認警報</translation>
    </message>
    <message>
        <source>open for attention</source>
        <translation>未確認注意事項</translation>
    </message>
    <message>
        <source>Cancel export (%1)</source>
        <translation>取消匯出（%1）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>End the export; no file is written</source>
        <translation>結束匯出，不寫入檔案</translation>
    </message>
    <message>
        <source>Save all events that fit the filter as CSV</source>
        <translation>將符合篩選條件的所有事件儲存為 CSV</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Acknowledge all shown…</source>
        <translation>確認全部顯示的…</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventsPanel</name>
    <message>
        <source>Nothing waits to be acknowledged</source>
        <translation>沒有待確認的事件</translation>
    </message>
    <message>
        <source>Not acknowledged: %1 alarms, %2 for attention</source>
        <translation>未確認：警報 %1，注意 %2</translation>
    </message>
    <message>
        <source>Acknowledge the selected events (Space)</source>
        <translation>確認所選事件（空白鍵）</translation>
    </message>
    <message>
        <source>It is acknowledged already</source>
        <translation>已經確認</translation>
    </message>
    <message>
        <source>Select an event first</source>
        <translation>請先選擇事件</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>所有事件</translation>
    </message>
    <message>
        <source>Search and filter all events</source>
        <translation>搜尋和篩選所有事件</translation>
    </message>
    <message>
        <source>Not acknowledged: %1 alarm, %2 for attention</source>
        <translation>未確認：警報 %1，注意 %2</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventsUi</name>
    <message>
        <source>1 open alarm</source>
        <translation>1 個未確認警報</translation>
    </message>
    <message>
        <source>%1 open alarms</source>
        <translation>%1 個未確認警報</translation>
    </message>
    <message>
        <source>Acknowledge all events shown…</source>
        <translation>確認全部顯示的事件…</translation>
    </message>
    <message>
        <source>Go to the page of events first</source>
        <translation>請先前往事件頁面</translation>
    </message>
    <message>
        <source>Export events…</source>
        <translation>匯出事件…</translation>
    </message>
    <message>
        <source>An export is running</source>
        <translation>正在匯出</translation>
    </message>
    <message>
        <source>Acknowledge the selected events</source>
        <translation>確認所選事件</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>opsdeck::kit::EventTexts</name>
    <message>
        <source>Opsdeck %1 was started</source>
        <translation>Opsdeck %1 已啟動</translation>
    </message>
    <message>
        <source>Opsdeck was ended</source>
        <translation>Opsdeck 已結束</translation>
    </message>
    <message>
        <source>The site “%1” was opened</source>
        <translation>已開啟站點「%1」</translation>
    </message>
    <message>
        <source>The database was damaged and set aside as %1; a new one was begun</source>
        <translation>資料庫已損壞並另存為 %1；已新建一個</translation>
    </message>
    <message>
        <source>The database can be written again</source>
        <translation>資料庫可以重新寫入</translation>
    </message>
    <message>
        <source>Changes of settings are not kept: another Opsdeck is open</source>
        <translation>設定的變更不會被保存：另一個 Opsdeck 正在執行</translation>
    </message>
    <message>
        <source>Changes of settings are not kept: the disk is full</source>
        <translation>設定的變更不會被保存：磁碟已滿</translation>
    </message>
    <message>
        <source>Changes of settings are not kept: the settings are of a later version</source>
        <translation>設定的變更不會被保存：設定來自較新版本</translation>
    </message>
    <message>
        <source>Changes of settings are not kept: the file cannot be written</source>
        <translation>設定的變更不會被保存：檔案無法寫入</translation>
    </message>
    <message>
        <source>%1 events were deleted: they were older than the settings keep</source>
        <translation>已刪除 %1 個事件：超過設定的保留時間</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>警報</translation>
    </message>
    <message>
        <source>information</source>
        <translation>資訊</translation>
    </message>
    <message>
        <source>%1 event was deleted: it was older than the settings keep</source>
        <translation>已刪除 %1 個事件：超過設定的保留時間</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>啟動</translation>
    </message>
    <message>
        <source>End</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站點</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Old events deleted</source>
        <translation>已刪除舊事件</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::AboutDialog</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Toolkit</source>
        <translation>介面函式庫</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>視訊</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站點</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Passwords, without a keychain</source>
        <translation>密碼（沒有鑰匙圈時）</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>About Opsdeck</source>
        <translation>關於 Opsdeck</translation>
    </message>
    <message>
        <source>Watches and works the recorders, cabinets, kiosks, parking lots and doors of a site.</source>
        <translation>監看並操作一個站點的錄影機、充電櫃、自助服務機、停車場和門禁。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>自由軟體，依照 GNU 通用公共授權條款第 3 版或更新版本發布，不提供任何擔保。</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>複製詳細資料</translation>
    </message>
    <message>
        <source>Puts the lines above on the clipboard, for a report</source>
        <translation>把以上各行複製到剪貼簿，便於回報問題</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉（Esc）</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::DatabaseNotices</name>
    <message>
        <source>The disk is full: events and moves of power banks are not kept</source>
        <translation>磁碟已滿：事件和行動電源的流轉不會被保存</translation>
    </message>
    <message>
        <source>The database may not be written: events and moves of power banks are not kept</source>
        <translation>資料庫不可寫入：事件和行動電源的流轉不會被保存</translation>
    </message>
    <message>
        <source>Another program holds the database: events and moves of power banks are not kept</source>
        <translation>資料庫被另一程式佔用：事件和行動電源的流轉不會被保存</translation>
    </message>
    <message>
        <source>The database is from a later version of Opsdeck: events and moves of power banks are not kept</source>
        <translation>資料庫來自較新版本的 Opsdeck：事件和行動電源的流轉不會被保存</translation>
    </message>
    <message>
        <source>The database cannot be used: events and moves of power banks are not kept</source>
        <translation>資料庫無法使用：事件和行動電源的流轉不會被保存</translation>
    </message>
    <message>
        <source>It is %1</source>
        <translation>檔案為 %1</translation>
    </message>
    <message>
        <source>The database was damaged; a new one was begun</source>
        <translation>資料庫已損壞，已新建一個</translation>
    </message>
    <message>
        <source>The damaged one was kept as %1</source>
        <translation>損壞的資料庫保留為 %1</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::DeviceActions</name>
    <message>
        <source>No site is open</source>
        <translation>沒有開啟的站點</translation>
    </message>
    <message>
        <source>Select a device in the site tree first</source>
        <translation>請先在站點樹中選擇一台設備</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站點</translation>
    </message>
    <message>
        <source>Add a device…</source>
        <translation>新增設備…</translation>
    </message>
    <message>
        <source>Edit the selected device or group…</source>
        <translation>編輯所選設備或群組…</translation>
    </message>
    <message>
        <source>Duplicate the selected device…</source>
        <translation>複製所選設備…</translation>
    </message>
    <message>
        <source>Remove the selected devices…</source>
        <translation>移除所選設備…</translation>
    </message>
    <message>
        <source>Move the selected devices up</source>
        <translation>上移所選設備</translation>
    </message>
    <message>
        <source>Move the selected devices down</source>
        <translation>下移所選設備</translation>
    </message>
    <message>
        <source>Move the selected devices to a new group…</source>
        <translation>將所選設備移到新群組…</translation>
    </message>
    <message>
        <source>Undo removing devices</source>
        <translation>復原移除設備</translation>
    </message>
    <message>
        <source>Nothing was removed lately</source>
        <translation>最近沒有移除任何設備</translation>
    </message>
    <message>
        <source>Import devices…</source>
        <translation>匯入設備…</translation>
    </message>
    <message>
        <source>Export the site…</source>
        <translation>匯出站點…</translation>
    </message>
    <message>
        <source>Try saving the site again</source>
        <translation>重新嘗試儲存站點</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>所有變更都已儲存</translation>
    </message>
    <message>
        <source>Rename the group…</source>
        <translation>重新命名群組…</translation>
    </message>
    <message>
        <source>Edit the device…</source>
        <translation>編輯設備…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>複製…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move to group</source>
        <translation>移到群組</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>無群組</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>新增群組…</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::DeviceDesk</name>
    <message>
        <source>The password could not be kept: %1</source>
        <translation>無法儲存密碼：%1</translation>
    </message>
    <message>
        <source>The password could not be kept</source>
        <translation>無法儲存密碼</translation>
    </message>
    <message>
        <source>The password of “%1” could not be put into the keychain: %2.</source>
        <translation>無法將「%1」的密碼存入鑰匙圈：%2。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Change something, or leave it</source>
        <translation>修改設定，或者放棄</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Perhaps the keychain is unlocked by now</source>
        <translation>鑰匙圈現在可能已解鎖</translation>
    </message>
    <message>
        <source>Use it for this run only</source>
        <translation>僅在本次執行中使用</translation>
    </message>
    <message>
        <source>The device is saved; its password is forgotten when the program is closed</source>
        <translation>設備會儲存；程式關閉後其密碼將被忘記</translation>
    </message>
    <message>
        <source>The password of “%1” is only known until the program is closed</source>
        <translation>「%1」的密碼只保留到程式關閉為止</translation>
    </message>
    <message>
        <source>Remove from the site</source>
        <translation>從站點移除</translation>
    </message>
    <message>
        <source>Remove “%1” from the site?</source>
        <translation>要從站點移除「%1」嗎？</translation>
    </message>
    <message>
        <source>Remove %1 devices from the site?</source>
        <translation>要從站點移除 %1 台設備嗎？</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… 以及另外 %1 台</translation>
    </message>
    <message>
        <source>Tiles on the wall become free. Recordings on the device itself stay.</source>
        <translation>電視牆上的畫面將空出。設備上的錄影保留不變。</translation>
    </message>
    <message>
        <source>The password leaves the keychain when the removal can no longer be undone.</source>
        <translation>移除無法再復原時，密碼會從鑰匙圈中刪除。</translation>
    </message>
    <message>
        <source>Delete the password at once</source>
        <translation>立即刪除密碼</translation>
    </message>
    <message>
        <source>An undo brings the device back without its password</source>
        <translation>復原後設備恢復，但沒有密碼</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>It can be undone for a while</source>
        <translation>在一段時間內可以復原</translation>
    </message>
    <message>
        <source>“%1” was removed</source>
        <translation>已移除「%1」</translation>
    </message>
    <message>
        <source>%1 devices were removed</source>
        <translation>已移除 %1 台設備</translation>
    </message>
    <message>
        <source>It can be undone for %1 minutes.</source>
        <translation>%1 分鐘內可以復原。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新增群組</translation>
    </message>
    <message>
        <source>Rename group</source>
        <translation>重新命名群組</translation>
    </message>
    <message>
        <source>Name of the new group</source>
        <translation>新群組的名稱</translation>
    </message>
    <message>
        <source>New name of the group “%1”</source>
        <translation>群組「%1」的新名稱</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>不作變更</translation>
    </message>
    <message>
        <source>Make group</source>
        <translation>建立群組</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Use this name</source>
        <translation>使用此名稱</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::DeviceDialog</name>
    <message>
        <source>e.g. North gate</source>
        <translation>例如：北門</translation>
    </message>
    <message>
        <source>Fill in the fields first, then the connection can be tested.</source>
        <translation>請先填寫各項，然後才能測試連線。</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>新增設備</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>編輯「%1」</translation>
    </message>
    <message>
        <source>Duplicate as “%1”</source>
        <translation>複製為「%1」</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>What the device is called on the screen; empty: its address</source>
        <translation>設備在螢幕上的名稱；留空則使用其位址</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群組</translation>
    </message>
    <message>
        <source>Devices of one group stand together in the site tree; choose one or write a new one</source>
        <translation>同組設備在站點樹中排在一起；可選擇現有群組或輸入新名稱</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>What the device is</source>
        <translation>設備的類型</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不儲存並關閉</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在儲存…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Add device</source>
        <translation>新增設備</translation>
    </message>
    <message>
        <source>The password is being kept</source>
        <translation>正在儲存密碼</translation>
    </message>
    <message>
        <source>Keep it in the site</source>
        <translation>儲存到站點</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::DeviceTestView</name>
    <message>
        <source>Read the password from the keychain</source>
        <translation>從鑰匙圈讀取密碼</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>First picture of the device</source>
        <translation>設備的第一幅畫面</translation>
    </message>
    <message>
        <source>What the device shows now</source>
        <translation>設備目前的畫面</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在測試…</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>It does not work yet. It can be saved all the same.</source>
        <translation>尚未連通，但仍可儲存。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>測試連線</translation>
    </message>
    <message>
        <source>Stop testing</source>
        <translation>停止測試</translation>
    </message>
    <message>
        <source>Connect with these settings, without saving them</source>
        <translation>用這些設定連線，但不儲存</translation>
    </message>
    <message>
        <source>Tries step by step what is needed, and says what failed and why.</source>
        <translation>逐步測試所需的各項，並說明哪一步失敗及原因。</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::DockSet</name>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Panel: %1</source>
        <translation>面板：%1</translation>
    </message>
    <message>
        <source>Leave full screen first</source>
        <translation>請先結束全螢幕</translation>
    </message>
    <message>
        <source>There is no site yet</source>
        <translation>還沒有站點</translation>
    </message>
    <message>
        <source>It belongs to another page</source>
        <translation>它屬於另一個頁面</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::DockTitleBar</name>
    <message>
        <source>Put back into the window: %1</source>
        <translation>放回視窗：%1</translation>
    </message>
    <message>
        <source>Take out of the window: %1</source>
        <translation>移出視窗：%1</translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation>關閉：%1</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::Look</name>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::MainMenu</name>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::MainWindow</name>
    <message>
        <source>Site tree</source>
        <translation>站點樹</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站點</translation>
    </message>
    <message>
        <source>Drag a channel from here onto a tile, or select a tile and press Enter on a channel</source>
        <translation>將頻道從這裡拖到格子上，或選取格子後在頻道上按 Enter</translation>
    </message>
    <message>
        <source>No devices yet</source>
        <translation>還沒有裝置</translation>
    </message>
    <message>
        <source>Open a site file…</source>
        <translation>開啟站點檔案…</translation>
    </message>
    <message>
        <source>The site file cannot be used</source>
        <translation>無法使用此站點檔案</translation>
    </message>
    <message>
        <source>Correct it, or open another one. Nothing was changed in it.</source>
        <translation>請更正它，或開啟另一個檔案。檔案內容未被變更。</translation>
    </message>
    <message>
        <source>Open another site file…</source>
        <translation>開啟另一個站點檔案…</translation>
    </message>
    <message>
        <source>Starting the demonstration</source>
        <translation>正在啟動展示</translation>
    </message>
    <message>
        <source>The demonstration could not start</source>
        <translation>無法啟動展示</translation>
    </message>
    <message>
        <source>The program opsdeck-sim, which plays the devices, must stand beside this one.</source>
        <translation>用於模擬裝置的程式 opsdeck-sim 必須與本程式放在同一資料夾中。</translation>
    </message>
    <message>
        <source>Open a site file</source>
        <translation>開啟站點檔案</translation>
    </message>
    <message>
        <source>Site files (*.json)</source>
        <translation>站點檔案 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Passwords are kept in a file</source>
        <translation>密碼儲存在檔案中</translation>
    </message>
    <message>
        <source>There is no usable keychain (%1). Passwords are kept in %2, which only you can read.</source>
        <translation>沒有可用的鑰匙圈（%1）。密碼儲存在 %2 中，只有您可以讀取。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Go to page: %1</source>
        <translation>前往頁面：%1</translation>
    </message>
    <message>
        <source>There is no site yet</source>
        <translation>還沒有站點</translation>
    </message>
    <message>
        <source>Add the recorders to watch.</source>
        <translation>新增要監看的錄影機。</translation>
    </message>
    <message>
        <source>Add the recorders to watch. They are kept in this file:</source>
        <translation>新增要監看的錄影機。它們儲存在這個檔案中：</translation>
    </message>
    <message>
        <source>Add a device…</source>
        <translation>新增裝置…</translation>
    </message>
    <message>
        <source>Simulated recorders and charging cabinets are starting on this computer.</source>
        <translation>正在本機啟動模擬錄影機和行動電源機櫃。</translation>
    </message>
    <message>
        <source>Page in a window of its own</source>
        <translation>頁面獨立視窗</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>以獨立視窗開啟</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::NoticeBar</name>
    <message>
        <source>Newest notice: %1</source>
        <translation>最新通知：%1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Dismiss this notice</source>
        <translation>收起此通知</translation>
    </message>
    <message>
        <source>Dismiss this notice; it stays in the list</source>
        <translation>收起此通知；它仍留在清單中</translation>
    </message>
    <message>
        <source>1 notice</source>
        <translation>1 則通知</translation>
    </message>
    <message>
        <source>%1 notices</source>
        <translation>%1 則通知</translation>
    </message>
    <message>
        <source>Show all notices</source>
        <translation>顯示全部通知</translation>
    </message>
    <message>
        <source>Show all notices (%1)</source>
        <translation>顯示全部通知（%1）</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::NoticeList</name>
    <message>
        <source>This is over.</source>
        <translation>此事已經過去。</translation>
    </message>
    <message>
        <source>Forget all notices in this list</source>
        <translation>清除此清單中的全部通知</translation>
    </message>
    <message>
        <source>There are no notices</source>
        <translation>沒有通知</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Nothing has been reported since the start. What you should know will stand here.</source>
        <translation>啟動以來沒有任何通知。您需要知道的事會列在這裡。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear all notices</source>
        <translation>清除全部通知</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::NoticeModel</name>
    <message>
        <source>over</source>
        <translation>已過去</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::PageWindows</name>
    <message>
        <source>%1: in a window of its own</source>
        <translation>%1：已在獨立的視窗中</translation>
    </message>
    <message>
        <source>It may stand on another monitor. Closing that window puts the page back here.</source>
        <translation>它可以放在另一台螢幕上。關閉該視窗後，頁面會回到這裡。</translation>
    </message>
    <message>
        <source>Show its window</source>
        <translation>顯示該視窗</translation>
    </message>
    <message>
        <source>Put it back here</source>
        <translation>放回這裡</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::PaletteField</name>
    <message>
        <source>Find a device, channel or action</source>
        <translation>尋找裝置、頻道或操作</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::PalettePanel</name>
    <message>
        <source>Nothing is called that</source>
        <translation>沒有找到這樣的名稱</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter runs, Esc closes</source>
        <translation>上下鍵選擇，Enter 執行，Esc 關閉</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Find a device, channel or action</source>
        <translation>尋找裝置、頻道或操作</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>尋找結果</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::SettingEditor</name>
    <message>
        <source>This is the default</source>
        <translation>這就是預設值</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>還原預設值</translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation>還原預設值：%1</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>從 %1 到 %2</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>選擇資料夾…</translation>
    </message>
    <message>
        <source>Choose a folder: %1</source>
        <translation>選擇資料夾：%1</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::SettingsDialog</name>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>No setting has “%1”</source>
        <translation>沒有設定含有「%1」</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>尋找設定</translation>
    </message>
    <message>
        <source>Shows the settings of all pages that have these words</source>
        <translation>顯示所有頁面中含有這些字詞的設定</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>設定頁面</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Close (Esc); changes are kept already</source>
        <translation>關閉（Esc）；變更已經儲存</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::SettingsNotices</name>
    <message>
        <source>Another Opsdeck is open: changes of settings and views made here are not kept</source>
        <translation>另一個 Opsdeck 已開啟：在這裡對設定和檢視的變更不會儲存</translation>
    </message>
    <message>
        <source>The disk is full: changes of settings and views are not kept</source>
        <translation>磁碟已滿：對設定和檢視的變更不會儲存</translation>
    </message>
    <message>
        <source>The settings are from a later version of Opsdeck: changes made here are not kept</source>
        <translation>設定來自較新版本的 Opsdeck：在這裡的變更不會儲存</translation>
    </message>
    <message>
        <source>The settings cannot be written: changes of settings and views are not kept</source>
        <translation>無法寫入設定：對設定和檢視的變更不會儲存</translation>
    </message>
    <message>
        <source>The settings were damaged; Opsdeck starts with the defaults</source>
        <translation>設定檔已損毀；Opsdeck 以預設值啟動</translation>
    </message>
    <message>
        <source>The damaged file was kept as %1</source>
        <translation>損毀的檔案已保留為 %1</translation>
    </message>
    <message>
        <source>They are in %1</source>
        <translation>設定位於 %1</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::ShellActions</name>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>開啟選單</translation>
    </message>
    <message>
        <source>Put all panels back where they were at first</source>
        <translation>把所有面板還原到最初的位置</translation>
    </message>
    <message>
        <source>Open a site file…</source>
        <translation>開啟站點檔案…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>About Opsdeck</source>
        <translation>關於 Opsdeck</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>鍵盤</translation>
    </message>
    <message>
        <source>Shortcuts keys</source>
        <translation>快速鍵 按鍵</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::ShortcutCapture</name>
    <message>
        <source>Press the new keys</source>
        <translation>請按下新的按鍵</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>無按鍵</translation>
    </message>
    <message>
        <source>Change the shortcut</source>
        <translation>變更快速鍵</translation>
    </message>
    <message>
        <source>Press to change it; then press the new keys, or Esc to leave it</source>
        <translation>按此變更；然後按下新的按鍵，或按 Esc 保持不變</translation>
    </message>
    <message>
        <source>Select an action first</source>
        <translation>請先選取一個操作</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::ShortcutEditor</name>
    <message>
        <source>Press the new keys for “%1”, or Esc to leave it as it is.</source>
        <translation>請為「%1」按下新的按鍵，或按 Esc 保持不變。</translation>
    </message>
    <message>
        <source>Take the key away from this action</source>
        <translation>取消此操作的按鍵</translation>
    </message>
    <message>
        <source>This action has no key</source>
        <translation>此操作沒有按鍵</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢復為 %1</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>無按鍵</translation>
    </message>
    <message>
        <source>This action has the key it came with</source>
        <translation>此操作用的是預設按鍵</translation>
    </message>
    <message>
        <source>Every action gets the key it came with</source>
        <translation>所有操作恢復預設按鍵</translation>
    </message>
    <message>
        <source>Every action has the key it came with</source>
        <translation>所有操作用的都是預設按鍵</translation>
    </message>
    <message>
        <source>“%1” has no key now.</source>
        <translation>「%1」現在沒有按鍵。</translation>
    </message>
    <message>
        <source>“%1” is now %2.</source>
        <translation>「%1」現在是 %2。</translation>
    </message>
    <message>
        <source>%1 cannot be used: Esc, Tab, Enter and the arrows move about in the window.</source>
        <translation>不能使用 %1：Esc、Tab、Enter 和方向鍵用於在視窗中移動。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>%1 belongs to %2.</source>
        <translation>%1 已用於%2。</translation>
    </message>
    <message>
        <source>“%1” is now %2, and “%3” has no key.</source>
        <translation>「%1」現在是 %2，「%3」沒有按鍵。</translation>
    </message>
    <message>
        <source>“%1” is now %2, and “%3” is %4.</source>
        <translation>「%1」現在是 %2，「%3」是 %4。</translation>
    </message>
    <message>
        <source>Every action has the key it came with.</source>
        <translation>所有操作用的都是預設按鍵。</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>尋找操作或按鍵</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按鍵</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢復預設</translation>
    </message>
    <message>
        <source>Reset the key of this action</source>
        <translation>恢復此操作的預設按鍵</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢復預設</translation>
    </message>
    <message>
        <source>Reset the keys of all actions</source>
        <translation>恢復所有操作的預設按鍵</translation>
    </message>
    <message>
        <source>Swap the keys</source>
        <translation>互換按鍵</translation>
    </message>
    <message>
        <source>Swap the keys of the two actions</source>
        <translation>互換這兩個操作的按鍵</translation>
    </message>
    <message>
        <source>The other action gets the key that this one has now</source>
        <translation>另一個操作得到此操作現在的按鍵</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>移除按鍵</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::ShortcutModel</name>
    <message>
        <source>Has no key by default</source>
        <translation>預設沒有按鍵</translation>
    </message>
    <message>
        <source>By default: %1</source>
        <translation>預設：%1</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1，已變更</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>無按鍵</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分組</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>尋找操作或按鍵</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按鍵</translation>
    </message>
    <message>
        <source>No key does that</source>
        <translation>沒有這樣的按鍵</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>變更按鍵…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::SiteExchange</name>
    <message>
        <source>Import devices from a site file</source>
        <translation>從站點檔案匯入設備</translation>
    </message>
    <message>
        <source>Site files (*.json)</source>
        <translation>站點檔案 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>The file could not be read; nothing was imported</source>
        <translation>無法讀取檔案；沒有匯入任何內容</translation>
    </message>
    <message>
        <source>Devices imported: %1</source>
        <translation>已匯入設備：%1</translation>
    </message>
    <message>
        <source>Export the site</source>
        <translation>匯出站點</translation>
    </message>
    <message>
        <source>The site was exported, without passwords</source>
        <translation>站點已匯出，不含密碼</translation>
    </message>
    <message>
        <source>The site could not be exported</source>
        <translation>無法匯出站點</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::SiteImportDialog</name>
    <message>
        <source>new: will be added</source>
        <translation>新設備：將被新增</translation>
    </message>
    <message>
        <source>already here, the same</source>
        <translation>已存在，相同</translation>
    </message>
    <message>
        <source>replaces yours; differs in: %1</source>
        <translation>取代您的設備；不同之處：%1</translation>
    </message>
    <message>
        <source>added beside yours; differs in: %1</source>
        <translation>與您的設備並存；不同之處：%1</translation>
    </message>
    <message>
        <source>its password has to be entered</source>
        <translation>需要重新輸入密碼</translation>
    </message>
    <message>
        <source>Import (%1)</source>
        <translation>匯入 (%1)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Take the ticked devices into the site</source>
        <translation>將勾選的設備加入站點</translation>
    </message>
    <message>
        <source>Tick the devices to import first</source>
        <translation>請先勾選要匯入的設備</translation>
    </message>
    <message>
        <source>Import devices</source>
        <translation>匯入設備</translation>
    </message>
    <message>
        <source>“%1” has no device that could be imported.</source>
        <translation>「%1」中沒有可匯入的設備。</translation>
    </message>
    <message>
        <source>“%1”: new: %2 · different: %3 · the same: %4</source>
        <translation>「%1」：新增 %2 · 不同 %3 · 相同 %4</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>設備</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>處理方式</translation>
    </message>
    <message>
        <source>Devices of the file</source>
        <translation>檔案中的設備</translation>
    </message>
    <message>
        <source>Tick the devices to import</source>
        <translation>勾選要匯入的設備</translation>
    </message>
    <message>
        <source>Devices that differ from yours</source>
        <translation>與您的設備不同的設備</translation>
    </message>
    <message>
        <source>replace yours</source>
        <translation>取代您的設備</translation>
    </message>
    <message>
        <source>are added beside yours</source>
        <translation>與您的設備並存</translation>
    </message>
    <message>
        <source>What happens with the ticked ones among them</source>
        <translation>其中勾選設備的處理方式</translation>
    </message>
    <message>
        <source>What is wrong in the file; these devices are left out</source>
        <translation>檔案中的錯誤；這些設備不會匯入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import nothing</source>
        <translation>不匯入</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::SiteNotices</name>
    <message>
        <source>The changed site file cannot be used; the devices stay as they were</source>
        <translation>變更後的站點檔案無法使用；設備保持不變</translation>
    </message>
    <message>
        <source>Load it again</source>
        <translation>重新載入</translation>
    </message>
    <message>
        <source>Demonstration: changes are not kept</source>
        <translation>示範：變更不會儲存</translation>
    </message>
    <message>
        <source>They last until the program is closed, and no password goes to the keychain.</source>
        <translation>變更保留到程式關閉為止，密碼不會存入鑰匙圈。</translation>
    </message>
    <message>
        <source>The site could not be saved: the changes hold, but only until the program is closed</source>
        <translation>站點無法儲存：變更有效，但只保留到程式關閉為止</translation>
    </message>
    <message>
        <source>Try saving again</source>
        <translation>重新嘗試儲存</translation>
    </message>
    <message>
        <source>Another program removed the site file</source>
        <translation>另一個程式刪除了站點檔案</translation>
    </message>
    <message>
        <source>Another program changed the site file</source>
        <translation>另一個程式變更了站點檔案</translation>
    </message>
    <message>
        <source>The devices stay as they were read.</source>
        <translation>設備保持讀取時的狀態。</translation>
    </message>
    <message>
        <source>The devices shown are still the ones that were read before.</source>
        <translation>顯示的仍是之前讀取的設備。</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>重新儲存</translation>
    </message>
    <message>
        <source>The site file was changed by another program</source>
        <translation>站點檔案已被另一個程式變更</translation>
    </message>
    <message>
        <source>Another program changed or removed “%1” after it was read here. What you changed since then is not saved yet.</source>
        <translation>「%1」在此處讀取後被另一個程式變更或刪除。您此後所作的變更尚未儲存。</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍後決定</translation>
    </message>
    <message>
        <source>Keep the changes in memory; nothing is written</source>
        <translation>變更保留在記憶體中；不寫入任何內容</translation>
    </message>
    <message>
        <source>Load the file again</source>
        <translation>重新載入檔案</translation>
    </message>
    <message>
        <source>Take what the other program wrote; your changes are lost</source>
        <translation>採用另一個程式寫入的內容；您的變更將遺失</translation>
    </message>
    <message>
        <source>Save mine as…</source>
        <translation>我的另存新檔…</translation>
    </message>
    <message>
        <source>Keep both: yours goes to another file</source>
        <translation>兩者都保留：您的內容寫入另一個檔案</translation>
    </message>
    <message>
        <source>Keep mine and overwrite</source>
        <translation>保留我的並覆寫</translation>
    </message>
    <message>
        <source>What the other program wrote is lost</source>
        <translation>另一個程式寫入的內容將遺失</translation>
    </message>
    <message>
        <source>The site is not saved: another program changed its file</source>
        <translation>站點未儲存：另一個程式變更了其檔案</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>決定…</translation>
    </message>
    <message>
        <source>Save the site as</source>
        <translation>站點另存為</translation>
    </message>
    <message>
        <source>Site files (*.json)</source>
        <translation>站點檔案 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>The site is not saved</source>
        <translation>站點尚未儲存</translation>
    </message>
    <message>
        <source>What you changed in “%1” is not in the file, and would be lost.</source>
        <translation>您在「%1」中所做的變更尚未寫入檔案，將會遺失。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Keep the changes in another file</source>
        <translation>將變更儲存到另一個檔案</translation>
    </message>
    <message>
        <source>Lose the changes</source>
        <translation>放棄變更</translation>
    </message>
    <message>
        <source>What the file holds stays as it is</source>
        <translation>檔案內容保持不變</translation>
    </message>
    <message>
        <source>“%1” cannot be used; the site stays as it was</source>
        <translation>「%1」無法使用；站點保持原樣</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::SiteTreeView</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 列</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::StatusStrip</name>
    <message>
        <source>1 link up</source>
        <translation>1 個連線正常</translation>
    </message>
    <message>
        <source>%1 links up</source>
        <translation>%1 個連線正常</translation>
    </message>
    <message>
        <source>Devices that are logged in</source>
        <translation>已登入的裝置</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 個中斷</translation>
    </message>
    <message>
        <source>Devices that are not</source>
        <translation>未登入的裝置</translation>
    </message>
    <message>
        <source>%1 frames/s</source>
        <translation>%1 影格/秒</translation>
    </message>
    <message>
        <source>Video frames received each second for the tiles of the wall</source>
        <translation>影像牆各格每秒收到的影格數</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>捨棄 %1 影格</translation>
    </message>
    <message>
        <source>Frames that came too late to be shown, since the start</source>
        <translation>啟動以來因到達過晚而未顯示的影格數</translation>
    </message>
    <message>
        <source>CPU %1 %</source>
        <translation>CPU %1 %</translation>
    </message>
    <message>
        <source>Of one core, by this program: 200 % is two cores busy</source>
        <translation>本程式佔用，以單一核心計：200 % 表示佔滿兩個核心</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Memory this program holds</source>
        <translation>本程式佔用的記憶體</translation>
    </message>
    <message>
        <source>longest stall %1 ms</source>
        <translation>最長停頓 %1 毫秒</translation>
    </message>
    <message>
        <source>The longest time this window did not react, since the start</source>
        <translation>啟動以來本視窗最長的無回應時間</translation>
    </message>
    <message>
        <source>The installation: %1</source>
        <translation>站點：%1</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::TopBar</name>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>時鐘</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>選單</translation>
    </message>
    <message>
        <source>Settings, panels, theme, language and more</source>
        <translation>設定、面板、佈景主題、語言等</translation>
    </message>
    <message>
        <source>Full screen, and back</source>
        <translation>全螢幕及還原</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::WindowActions</name>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Find a device, channel or action</source>
        <translation>尋找裝置、頻道或操作</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>顯示全部按鍵</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>變更按鍵…</translation>
    </message>
    <message>
        <source>Go to the next part of the window</source>
        <translation>移到視窗的下一部分</translation>
    </message>
    <message>
        <source>Go to the previous part of the window</source>
        <translation>移到視窗的上一部分</translation>
    </message>
    <message>
        <source>Go to the newest notice</source>
        <translation>移到最新通知</translation>
    </message>
    <message>
        <source>Next and previous control</source>
        <translation>下一個和上一個控制項</translation>
    </message>
    <message>
        <source>Press the control</source>
        <translation>按下控制項</translation>
    </message>
    <message>
        <source>Leave full screen, a dialog, the palette</source>
        <translation>離開全螢幕、對話方塊、命令面板</translation>
    </message>
    <message>
        <source>Site tree</source>
        <translation>站點樹</translation>
    </message>
    <message>
        <source>Put the channel on the selected tile</source>
        <translation>將頻道放到選取的格子</translation>
    </message>
    <message>
        <source>Open and close a device</source>
        <translation>展開和收起裝置</translation>
    </message>
    <message>
        <source>What can be done with the row</source>
        <translation>此列可以做什麼</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
</TS>
