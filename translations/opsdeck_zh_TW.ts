<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
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
        <source>Enter password…</source>
        <translation>輸入密碼…</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>立即重試</translation>
    </message>
    <message>
        <source>Clear tile</source>
        <translation>清空此格</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>影像牆</translation>
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
        <source>%1 (%2; Ctrl++ and Ctrl+- for larger and smaller tiles)</source>
        <translation>%1（%2；Ctrl++ 和 Ctrl+- 放大或縮小格子）</translation>
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
        <source>A site file lists the recorders to watch: their names, addresses and users. Opsdeck looks for it here:</source>
        <translation>站點檔案列出要監看的錄影機：名稱、位址和使用者。Opsdeck 在這裡尋找它：</translation>
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
        <source>Two simulated recorders are starting on this computer.</source>
        <translation>正在這台電腦上啟動兩台模擬錄影機。</translation>
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
        <source>The installation</source>
        <translation>本站點</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::TopBar</name>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>Full screen, and back (F11)</source>
        <translation>全螢幕及還原 (F11)</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>時鐘</translation>
    </message>
</context>
</TS>
