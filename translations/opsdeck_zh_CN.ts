<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DvrErrorText</name>
    <message>
        <source>wrong password</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>unknown user</source>
        <translation>用户不存在</translation>
    </message>
    <message>
        <source>user locked or unknown</source>
        <translation>用户被锁定或不存在</translation>
    </message>
    <message>
        <source>user barred by the device</source>
        <translation>用户已被设备列入黑名单</translation>
    </message>
    <message>
        <source>login refused</source>
        <translation>登录被拒绝</translation>
    </message>
    <message>
        <source>this user is logged in elsewhere</source>
        <translation>该用户已在别处登录</translation>
    </message>
    <message>
        <source>the device has too many connections</source>
        <translation>设备连接数已满</translation>
    </message>
    <message>
        <source>the session has expired</source>
        <translation>会话已过期</translation>
    </message>
    <message>
        <source>this user may not do that</source>
        <translation>该用户无此权限</translation>
    </message>
    <message>
        <source>no camera on this channel</source>
        <translation>此通道没有摄像机</translation>
    </message>
    <message>
        <source>the device cannot do that</source>
        <translation>设备不支持此功能</translation>
    </message>
    <message>
        <source>the device refused</source>
        <translation>设备拒绝</translation>
    </message>
    <message>
        <source>the device gave an empty answer</source>
        <translation>设备返回了空应答</translation>
    </message>
    <message>
        <source>the device wants an encrypted login</source>
        <translation>设备要求加密登录</translation>
    </message>
    <message>
        <source>logged out by the device</source>
        <translation>被设备强制注销</translation>
    </message>
    <message>
        <source>the device stopped answering</source>
        <translation>设备不再应答</translation>
    </message>
    <message>
        <source>no picture from the device</source>
        <translation>设备没有送来画面</translation>
    </message>
    <message>
        <source>the device announced too much data</source>
        <translation>设备声明的数据量过大</translation>
    </message>
    <message>
        <source>unreadable video from the device</source>
        <translation>设备送来的视频无法解读</translation>
    </message>
    <message>
        <source>unreadable answer from the device</source>
        <translation>设备的应答无法解读</translation>
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
        <translation>连接中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Online since %1 (%2)</source>
        <translation>自 %1 起在线（%2）</translation>
    </message>
    <message>
        <source>Channels: %1</source>
        <translation>通道：%1</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>自 %1 起离线</translation>
    </message>
    <message>
        <source>Does not try again by itself: see its menu</source>
        <translation>不会自动重试：请看它的菜单</translation>
    </message>
    <message>
        <source>Reconnects: %1</source>
        <translation>重连次数：%1</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>Not on the wall</source>
        <translation>不在视频墙上</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>no such host name</source>
        <translation>主机名不存在</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>no answer to the connection attempt</source>
        <translation>连接无应答</translation>
    </message>
    <message>
        <source>network unreachable</source>
        <translation>网络不可达</translation>
    </message>
    <message>
        <source>the device closed the connection</source>
        <translation>设备关闭了连接</translation>
    </message>
    <message>
        <source>the device fell silent</source>
        <translation>设备没有动静</translation>
    </message>
    <message>
        <source>the device stopped reading</source>
        <translation>设备停止接收</translation>
    </message>
    <message>
        <source>connection failed</source>
        <translation>连接失败</translation>
    </message>
    <message>
        <source>connection closed</source>
        <translation>连接已关闭</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>未及时应答</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>not a valid value</source>
        <translation>值无效</translation>
    </message>
    <message>
        <source>file cannot be read or written</source>
        <translation>文件无法读写</translation>
    </message>
    <message>
        <source>the keychain does not answer</source>
        <translation>密钥环无应答</translation>
    </message>
    <message>
        <source>the keychain is locked or refused</source>
        <translation>密钥环已锁定或拒绝访问</translation>
    </message>
    <message>
        <source>others may read the password file</source>
        <translation>他人可以读取密码文件</translation>
    </message>
    <message>
        <source>the password file is damaged</source>
        <translation>密码文件已损坏</translation>
    </message>
    <message>
        <source>the password file cannot be read or written</source>
        <translation>密码文件无法读写</translation>
    </message>
    <message>
        <source>the site file&apos;s passwordRef is not a valid name</source>
        <translation>站点文件中的 passwordRef 不是有效名称</translation>
    </message>
    <message>
        <source>the device refused</source>
        <translation>设备拒绝</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>无法执行</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>the device sent something unreadable</source>
        <translation>设备送来的内容无法解读</translation>
    </message>
    <message>
        <source>failed on this computer</source>
        <translation>在这台电脑上失败</translation>
    </message>
    <message>
        <source>no password kept</source>
        <translation>没有保存它的密码</translation>
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
        <translation>报警</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
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
        <translation>按 Enter 重试</translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation>%1 秒后重试</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>正在重试</translation>
    </message>
    <message>
        <source>Lost packets: %1</source>
        <translation>丢包：%1</translation>
    </message>
    <message>
        <source>Decoding errors: %1</source>
        <translation>解码错误：%1</translation>
    </message>
    <message>
        <source>Reconnects: %1</source>
        <translation>重连次数：%1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>自 %1 起离线</translation>
    </message>
    <message>
        <source>stale since %1</source>
        <translation>画面停滞于 %1</translation>
    </message>
    <message>
        <source>No picture since %1</source>
        <translation>自 %1 起没有画面</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <source>Drop a channel here</source>
        <translation>将通道拖到这里</translation>
    </message>
    <message>
        <source>Empty: drag a channel here from the site tree, or select this tile and press Enter on a channel</source>
        <translation>空格：从站点树将通道拖到这里，或选中此格后在通道上按 Enter</translation>
    </message>
    <message>
        <source>Waiting for the first picture</source>
        <translation>等待第一帧画面</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Enter: password</source>
        <translation>按 Enter 输入密码</translation>
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
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
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
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>opsdeck::console::DemoSimulator</name>
    <message>
        <source>North lot DVR</source>
        <translation>北停车场录像机</translation>
    </message>
    <message>
        <source>South lot DVR</source>
        <translation>南停车场录像机</translation>
    </message>
    <message>
        <source>DVR %1</source>
        <translation>录像机 %1</translation>
    </message>
    <message>
        <source>opsdeck-sim ended with exit code %1</source>
        <translation>opsdeck-sim 已退出，退出代码 %1</translation>
    </message>
    <message>
        <source>There is no opsdeck-sim in %1</source>
        <translation>%1 中没有 opsdeck-sim</translation>
    </message>
    <message>
        <source>opsdeck-sim did not say where it listens</source>
        <translation>opsdeck-sim 未说明监听端口</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::DevicePasswords</name>
    <message>
        <source>It is not kept: the site file names no place for it (passwordRef).</source>
        <translation>不会保存：站点文件没有为它指定存放位置（passwordRef）。</translation>
    </message>
    <message>
        <source>There is no keychain on this computer: it will be kept in the file %1, which only you can read.</source>
        <translation>这台电脑没有密钥环：密码将保存在文件 %1 中，只有您可以读取。</translation>
    </message>
    <message>
        <source>It will be kept in the keychain of this computer.</source>
        <translation>密码将保存在这台电脑的密钥环中。</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::DvrUi</name>
    <message>
        <source>Show on tile %1</source>
        <translation>显示在第 %1 格</translation>
    </message>
    <message>
        <source>Show all channels from tile %1</source>
        <translation>从第 %1 格起显示全部通道</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Clear tile</source>
        <translation>清空此格</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>视频墙</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::PasswordDialog</name>
    <message>
        <source>Enter password</source>
        <translation>输入密码</translation>
    </message>
    <message>
        <source>Password of user “%1” on “%2”</source>
        <translation>“%2”上用户“%1”的密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Empty for a user without a password</source>
        <translation>用户没有密码时留空</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep the device offline</source>
        <translation>让设备保持离线</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Try this password now</source>
        <translation>立即尝试此密码</translation>
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
        <translation>视频墙</translation>
    </message>
    <message>
        <source>Show 1 tile</source>
        <translation>显示 1 格</translation>
    </message>
    <message>
        <source>Show %1 tiles</source>
        <translation>显示 %1 格</translation>
    </message>
    <message>
        <source>%1 (%2; Ctrl++ and Ctrl+- for larger and smaller tiles)</source>
        <translation>%1（%2；Ctrl++ 和 Ctrl+- 放大或缩小格子）</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::WallView</name>
    <message>
        <source>Video wall</source>
        <translation>视频墙</translation>
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
        <translation>站点树</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Drag a channel from here onto a tile, or select a tile and press Enter on a channel</source>
        <translation>将通道从这里拖到格子上，或选中格子后在通道上按 Enter</translation>
    </message>
    <message>
        <source>No devices yet</source>
        <translation>还没有设备</translation>
    </message>
    <message>
        <source>A site file lists the recorders to watch: their names, addresses and users. Opsdeck looks for it here:</source>
        <translation>站点文件列出要监看的录像机：名称、地址和用户。Opsdeck 在这里查找它：</translation>
    </message>
    <message>
        <source>Open a site file…</source>
        <translation>打开站点文件…</translation>
    </message>
    <message>
        <source>The site file cannot be used</source>
        <translation>无法使用此站点文件</translation>
    </message>
    <message>
        <source>Correct it, or open another one. Nothing was changed in it.</source>
        <translation>请更正它，或打开另一个文件。文件内容未被更改。</translation>
    </message>
    <message>
        <source>Open another site file…</source>
        <translation>打开另一个站点文件…</translation>
    </message>
    <message>
        <source>Starting the demonstration</source>
        <translation>正在启动演示</translation>
    </message>
    <message>
        <source>Two simulated recorders are starting on this computer.</source>
        <translation>正在这台电脑上启动两台模拟录像机。</translation>
    </message>
    <message>
        <source>The demonstration could not start</source>
        <translation>无法启动演示</translation>
    </message>
    <message>
        <source>The program opsdeck-sim, which plays the devices, must stand beside this one.</source>
        <translation>用于模拟设备的程序 opsdeck-sim 必须与本程序放在同一文件夹中。</translation>
    </message>
    <message>
        <source>Open a site file</source>
        <translation>打开站点文件</translation>
    </message>
    <message>
        <source>Site files (*.json)</source>
        <translation>站点文件 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Passwords are kept in a file</source>
        <translation>密码保存在文件中</translation>
    </message>
    <message>
        <source>There is no usable keychain (%1). Passwords are kept in %2, which only you can read.</source>
        <translation>没有可用的密钥环（%1）。密码保存在 %2 中，只有您可以读取。</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::SiteTreeView</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::StatusStrip</name>
    <message>
        <source>1 link up</source>
        <translation>1 个连接在线</translation>
    </message>
    <message>
        <source>%1 links up</source>
        <translation>%1 个连接在线</translation>
    </message>
    <message>
        <source>Devices that are logged in</source>
        <translation>已登录的设备</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 个断开</translation>
    </message>
    <message>
        <source>Devices that are not</source>
        <translation>未登录的设备</translation>
    </message>
    <message>
        <source>%1 frames/s</source>
        <translation>%1 帧/秒</translation>
    </message>
    <message>
        <source>Video frames received each second for the tiles of the wall</source>
        <translation>视频墙各格每秒收到的视频帧数</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>丢弃 %1 帧</translation>
    </message>
    <message>
        <source>Frames that came too late to be shown, since the start</source>
        <translation>启动以来因到达过晚而未显示的帧数</translation>
    </message>
    <message>
        <source>CPU %1 %</source>
        <translation>CPU %1 %</translation>
    </message>
    <message>
        <source>Of one core, by this program: 200 % is two cores busy</source>
        <translation>本程序占用，以单个核心计：200 % 表示占满两个核心</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Memory this program holds</source>
        <translation>本程序占用的内存</translation>
    </message>
    <message>
        <source>longest stall %1 ms</source>
        <translation>最长停顿 %1 毫秒</translation>
    </message>
    <message>
        <source>The longest time this window did not react, since the start</source>
        <translation>启动以来本窗口最长的无响应时间</translation>
    </message>
    <message>
        <source>The installation</source>
        <translation>本站点</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::TopBar</name>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Full screen, and back (F11)</source>
        <translation>全屏及还原 (F11)</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
</context>
</TS>
