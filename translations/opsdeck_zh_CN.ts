<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CabinetEvents</name>
    <message>
        <source>%1 is on line from %2</source>
        <translation>%1 已从 %2 上线</translation>
    </message>
    <message>
        <source>%1 closed the connection (%2)</source>
        <translation>%1 关闭了连接（%2）</translation>
    </message>
    <message>
        <source>The connection to %1 broke (%2)</source>
        <translation>与 %1 的连接中断（%2）</translation>
    </message>
    <message>
        <source>%1 has sent nothing for %3 seconds (%2)</source>
        <translation>%1 已 %3 秒没有发来任何数据（%2）</translation>
    </message>
    <message>
        <source>The connection of %1 from %2 was replaced by a newer one</source>
        <translation>%1 来自 %2 的连接已被更新的连接取代</translation>
    </message>
    <message>
        <source>%1 sent far too much and was disconnected (%2)</source>
        <translation>%1 发送的数据过多，已断开（%2）</translation>
    </message>
    <message>
        <source>%1 does not read what it is sent and was disconnected (%2)</source>
        <translation>%1 不读取发给它的数据，已断开（%2）</translation>
    </message>
    <message>
        <source>%1 sent what cannot be a message and was disconnected (%2)</source>
        <translation>%1 发来的不是有效消息，已断开（%2）</translation>
    </message>
    <message>
        <source>%1 logged in again under another serial number and was disconnected (%2)</source>
        <translation>%1 以另一个序列号再次登录，已断开（%2）</translation>
    </message>
    <message>
        <source>The server was stopped; %1 was disconnected (%2)</source>
        <translation>服务器已停止；%1 已断开（%2）</translation>
    </message>
    <message>
        <source>%1 was taken off the list and disconnected (%2)</source>
        <translation>%1 已从名单中移除并断开（%2）</translation>
    </message>
    <message>
        <source>%1 from %2 is not on the list of accepted cabinets</source>
        <translation>来自 %2 的 %1 不在已接受机柜的名单中</translation>
    </message>
    <message>
        <source>%1 from %2 was refused: another cabinet uses this serial number</source>
        <translation>来自 %2 的 %1 被拒绝：另一台机柜正在使用此序列号</translation>
    </message>
    <message>
        <source>%1 sent a login that cannot be read</source>
        <translation>%1 发来的登录无法识别</translation>
    </message>
    <message>
        <source>%1 sent something else before its login</source>
        <translation>%1 在登录之前发送了其他内容</translation>
    </message>
    <message>
        <source>%1 connected and did not log in in time</source>
        <translation>%1 连接后未及时登录</translation>
    </message>
    <message>
        <source>Too many connections without a login; %1 was disconnected</source>
        <translation>未登录的连接过多；%1 已断开</translation>
    </message>
    <message>
        <source>%1 was accepted</source>
        <translation>%1 已被接受</translation>
    </message>
    <message>
        <source>%1 from %2 was accepted by itself, as the settings say</source>
        <translation>按照设置，来自 %2 的 %1 已自动接受</translation>
    </message>
    <message>
        <source>%1 could not be accepted</source>
        <translation>无法接受 %1</translation>
    </message>
    <message>
        <source>%1 was taken off the list</source>
        <translation>%1 已从名单中移除</translation>
    </message>
    <message>
        <source>%1 could not be taken off the list</source>
        <translation>无法将 %1 从名单中移除</translation>
    </message>
    <message>
        <source>Name, place or strictness of %1 were changed</source>
        <translation>%1 的名称、位置或严格程度已更改</translation>
    </message>
    <message>
        <source>%1 is connected twice: from %2 and from %3</source>
        <translation>%1 同时从 %2 和 %3 连接</translation>
    </message>
    <message>
        <source>Two cabinets fight for %1; new ones are refused for %2 seconds</source>
        <translation>两台机柜争用 %1；%2 秒内拒绝新的连接</translation>
    </message>
    <message>
        <source>%1 sends wrong checksums; its messages are used</source>
        <translation>%1 发送的校验和错误；其消息仍被采用</translation>
    </message>
    <message>
        <source>%1 sends wrong checksums; its messages are dropped</source>
        <translation>%1 发送的校验和错误；其消息被丢弃</translation>
    </message>
    <message>
        <source>%1 sent a message of an unknown kind, %2</source>
        <translation>%1 发来了未知类型的消息 %2</translation>
    </message>
    <message>
        <source>%1 answered what nobody had asked, %2</source>
        <translation>%1 发来了无人请求的应答 %2</translation>
    </message>
    <message>
        <source>%1 sent a message that cannot be read, %2</source>
        <translation>%1 发来了无法识别的消息 %2</translation>
    </message>
    <message>
        <source>%1 needs a secret to be commanded</source>
        <translation>%1 需要密钥才能接受命令</translation>
    </message>
    <message>
        <source>%3 was rented out of slot %2 of %1</source>
        <translation>%3 已从 %1 的 %2 号仓位租出</translation>
    </message>
    <message>
        <source>%1 did not give the power bank of slot %2</source>
        <translation>%1 没有给出 %2 号仓位的充电宝</translation>
    </message>
    <message>
        <source>A rent of slot %2 was not sent to %1</source>
        <translation>对 %2 号仓位的租借未发送到 %1</translation>
    </message>
    <message>
        <source>%3 was rented out of slot %2 of %1: the answer came late</source>
        <translation>%3 已从 %1 的 %2 号仓位租出：应答迟到</translation>
    </message>
    <message>
        <source>%3 was ejected out of slot %2 of %1</source>
        <translation>%3 已从 %1 的 %2 号仓位弹出</translation>
    </message>
    <message>
        <source>%1 did not eject slot %2</source>
        <translation>%1 没有弹出 %2 号仓位</translation>
    </message>
    <message>
        <source>An eject of slot %2 was not sent to %1</source>
        <translation>对 %2 号仓位的弹出未发送到 %1</translation>
    </message>
    <message>
        <source>%3 was ejected out of slot %2 of %1: the answer came late</source>
        <translation>%3 已从 %1 的 %2 号仓位弹出：应答迟到</translation>
    </message>
    <message>
        <source>Nobody knows whether slot %2 of %1 gave its power bank</source>
        <translation>不知道 %1 的 %2 号仓位是否给出了充电宝</translation>
    </message>
    <message>
        <source>Nobody knows whether slot %2 of %1 was ejected</source>
        <translation>不知道 %1 的 %2 号仓位是否已弹出</translation>
    </message>
    <message>
        <source>The inventory of %1 settles it: %3 left slot %2</source>
        <translation>%1 的盘点给出结论：%3 已离开 %2 号仓位</translation>
    </message>
    <message>
        <source>The inventory of %1 settles it: %3 stayed in slot %2</source>
        <translation>%1 的盘点给出结论：%3 仍在 %2 号仓位</translation>
    </message>
    <message>
        <source>%3 was returned to slot %2 of %1</source>
        <translation>%3 已归还到 %1 的 %2 号仓位</translation>
    </message>
    <message>
        <source>The return of %3 to slot %2 of %1 could not be recorded</source>
        <translation>%3 归还到 %1 的 %2 号仓位无法记录</translation>
    </message>
    <message>
        <source>The return of %3 to slot %2 of %1 was refused: it is out of use</source>
        <translation>%3 归还到 %1 的 %2 号仓位被拒绝：它已停用</translation>
    </message>
    <message>
        <source>The return of %3 to slot %2 of %1 is recorded already</source>
        <translation>%3 归还到 %1 的 %2 号仓位已有记录</translation>
    </message>
    <message>
        <source>The return of %3 to slot %2 of %1 was refused: nobody knows it</source>
        <translation>%3 归还到 %1 的 %2 号仓位被拒绝：没有它的记录</translation>
    </message>
    <message>
        <source>The return of %3 to slot %2 of %1 was refused: %4 is there</source>
        <translation>%3 归还到 %1 的 %2 号仓位被拒绝：其中是 %4</translation>
    </message>
    <message>
        <source>%1: %2 power banks are not where they were expected</source>
        <translation>%1：有 %2 个充电宝不在预期的位置</translation>
    </message>
    <message>
        <source>The inventory of %1 could not be recorded</source>
        <translation>无法记录 %1 的盘点</translation>
    </message>
    <message>
        <source>%1, slot %2: a power bank left without a command (%3)</source>
        <translation>%1 的 %2 号仓位：充电宝未经命令离开（%3）</translation>
    </message>
    <message>
        <source>%1, slot %2: a return was seen but no power bank (%3)</source>
        <translation>%1 的 %2 号仓位：检测到归还，但没有充电宝（%3）</translation>
    </message>
    <message>
        <source>%1, slot %2: the power bank %3 is faulty</source>
        <translation>%1 的 %2 号仓位：充电宝 %3 有故障</translation>
    </message>
    <message>
        <source>%1, slot %2 is jammed (%3)</source>
        <translation>%1 的 %2 号仓位卡住（%3）</translation>
    </message>
    <message>
        <source>%1, slot %2: the slot does not communicate (%3)</source>
        <translation>%1 的 %2 号仓位：仓位无法通信（%3）</translation>
    </message>
    <message>
        <source>%1, slot %2: fault number %3</source>
        <translation>%1 的 %2 号仓位：故障编号 %3</translation>
    </message>
    <message>
        <source>%1 takes the reboot</source>
        <translation>%1 已接受重启</translation>
    </message>
    <message>
        <source>%1 did not answer the reboot</source>
        <translation>%1 没有应答重启</translation>
    </message>
    <message>
        <source>%1 could not be told to reboot</source>
        <translation>无法让 %1 重启</translation>
    </message>
    <message>
        <source>%1 takes the upgrade %2</source>
        <translation>%1 已接受升级 %2</translation>
    </message>
    <message>
        <source>%1 did not answer the upgrade %2</source>
        <translation>%1 没有应答升级 %2</translation>
    </message>
    <message>
        <source>%1 could not be told to upgrade to %2</source>
        <translation>无法让 %1 升级到 %2</translation>
    </message>
    <message>
        <source>%1 will dial %2 after its next start, heartbeat every %3 s</source>
        <translation>%1 下次启动后将连接 %2，每 %3 秒一次心跳</translation>
    </message>
    <message>
        <source>%1 did not answer the new server address %2, heartbeat every %3 s</source>
        <translation>%1 没有应答新的服务器地址 %2（每 %3 秒一次心跳）</translation>
    </message>
    <message>
        <source>%1 could not be given the server address %2, heartbeat every %3 s</source>
        <translation>无法为 %1 设置服务器地址 %2（每 %3 秒一次心跳）</translation>
    </message>
    <message>
        <source>The volume of %1 is %2</source>
        <translation>%1 的音量为 %2</translation>
    </message>
    <message>
        <source>%1 refused the volume %2</source>
        <translation>%1 拒绝了音量 %2</translation>
    </message>
    <message>
        <source>%1 did not answer the volume %2</source>
        <translation>%1 没有应答音量 %2</translation>
    </message>
    <message>
        <source>%1 could not be given the volume %2</source>
        <translation>无法为 %1 设置音量 %2</translation>
    </message>
    <message>
        <source>%1 was taken out of use: %2</source>
        <translation>%1 已停用：%2</translation>
    </message>
    <message>
        <source>%1 is in use again</source>
        <translation>%1 已恢复使用</translation>
    </message>
    <message>
        <source>Waiting for cabinets on %1</source>
        <translation>正在 %1 等待机柜</translation>
    </message>
    <message>
        <source>No longer waiting for cabinets on %1</source>
        <translation>不再在 %1 等待机柜</translation>
    </message>
    <message>
        <source>Another program uses %1</source>
        <translation>另一个程序正在使用 %1</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine</source>
        <translation>%1 不是本机的地址</translation>
    </message>
    <message>
        <source>Cannot wait for cabinets on %1</source>
        <translation>无法在 %1 等待机柜</translation>
    </message>
    <message>
        <source>Only %1 cabinets can be connected: %2 files may be open at once</source>
        <translation>只能连接 %1 台机柜：最多可同时打开 %2 个文件</translation>
    </message>
    <message>
        <source>New connections wait for %1 s: this machine has no more of what they need</source>
        <translation>新连接将等待 %1 秒：本机资源不足</translation>
    </message>
    <message>
        <source>%1 events of strangers were left out of the journal</source>
        <translation>日志中省略了 %1 条陌生连接的事件</translation>
    </message>
    <message>
        <source>%1 from %2 was not accepted by itself: too many new cabinets come at once; they wait to be accepted</source>
        <translation>来自 %2 的 %1 未自动接受：同时出现的新机柜过多，它们等待人工接受</translation>
    </message>
    <message>
        <source>%1 from %2 was not accepted by itself: the list of cabinets is full</source>
        <translation>来自 %2 的 %1 未自动接受：机柜名单已满</translation>
    </message>
    <message>
        <source>%3 was rented out of slot %2 of %1; it was returned before that was said</source>
        <translation>%3 曾从 %1 的 %2 号仓位租出；机柜报告之前它已归还</translation>
    </message>
    <message>
        <source>%3 was ejected out of slot %2 of %1; it was returned before that was said</source>
        <translation>%3 曾从 %1 的 %2 号仓位弹出；机柜报告之前它已归还</translation>
    </message>
    <message>
        <source>%1: the power bank %2 is not where it was expected</source>
        <translation>%1：充电宝 %2 不在预期的位置</translation>
    </message>
    <message>
        <source>%1 event of a stranger was left out of the journal</source>
        <translation>日志中省略了 %1 条陌生连接的事件</translation>
    </message>
    <message>
        <source>On line</source>
        <translation>上线</translation>
    </message>
    <message>
        <source>Off line</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Login refused</source>
        <translation>登录被拒</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Taken off the list</source>
        <translation>已移出名单</translation>
    </message>
    <message>
        <source>Described</source>
        <translation>已改描述</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Wrong checksums</source>
        <translation>校验和错误</translation>
    </message>
    <message>
        <source>Unreadable messages</source>
        <translation>无法读取的消息</translation>
    </message>
    <message>
        <source>Rented</source>
        <translation>已租借</translation>
    </message>
    <message>
        <source>Ejected</source>
        <translation>已弹出</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>Outcome settled</source>
        <translation>结果已查明</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已归还</translation>
    </message>
    <message>
        <source>Inventory disagrees</source>
        <translation>盘点不符</translation>
    </message>
    <message>
        <source>Slot fault</source>
        <translation>仓位故障</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Out of use, into use</source>
        <translation>停用与启用</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
</context>
<context>
    <name>CabinetUiModule</name>
    <message>
        <source>Charging cabinets (server)</source>
        <translation>充电机柜（服务器）</translation>
    </message>
</context>
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
    <name>DvrEventText</name>
    <message>
        <source>%1 is on line</source>
        <translation>%1 已上线</translation>
    </message>
    <message>
        <source>%1 is on line again</source>
        <translation>%1 已恢复在线</translation>
    </message>
    <message>
        <source>%1 is off line: its host was not found</source>
        <translation>%1 离线：找不到主机</translation>
    </message>
    <message>
        <source>%1 is off line: connection refused</source>
        <translation>%1 离线：连接被拒绝</translation>
    </message>
    <message>
        <source>%1 is off line: no answer</source>
        <translation>%1 离线：没有应答</translation>
    </message>
    <message>
        <source>%1 is off line: the network is unreachable</source>
        <translation>%1 离线：网络不可达</translation>
    </message>
    <message>
        <source>%1 is off line: it closed the connection</source>
        <translation>%1 离线：设备关闭了连接</translation>
    </message>
    <message>
        <source>%1 is off line: it logged us out</source>
        <translation>%1 离线：设备将我们登出</translation>
    </message>
    <message>
        <source>%1 is off line: it sent something unreadable</source>
        <translation>%1 离线：设备发送了无法读取的内容</translation>
    </message>
    <message>
        <source>%1 is off line: the connection failed</source>
        <translation>%1 离线：连接失败</translation>
    </message>
    <message>
        <source>%1 refused the login: wrong password</source>
        <translation>%1 拒绝登录：密码错误</translation>
    </message>
    <message>
        <source>%1 refused the login: unknown user</source>
        <translation>%1 拒绝登录：用户不存在</translation>
    </message>
    <message>
        <source>%1 refused the login: the user is locked or unknown</source>
        <translation>%1 拒绝登录：用户已锁定或不存在</translation>
    </message>
    <message>
        <source>%1 refused the login: the user is barred</source>
        <translation>%1 拒绝登录：用户被禁止</translation>
    </message>
    <message>
        <source>%1 refused the login: the user is logged in elsewhere</source>
        <translation>%1 拒绝登录：该用户已在别处登录</translation>
    </message>
    <message>
        <source>%1 refused the login: it has too many connections</source>
        <translation>%1 拒绝登录：设备连接数过多</translation>
    </message>
    <message>
        <source>%1 refused the login: it wants an encrypted one</source>
        <translation>%1 拒绝登录：设备要求加密登录</translation>
    </message>
    <message>
        <source>%1 refused the login</source>
        <translation>%1 拒绝登录</translation>
    </message>
    <message>
        <source>%1 waits for its password</source>
        <translation>%1 正在等待输入密码</translation>
    </message>
    <message>
        <source>%1 logged us out again and waits for the operator</source>
        <translation>%1 再次将我们登出，正在等待操作员处理</translation>
    </message>
    <message>
        <source>%1 waits for the operator</source>
        <translation>%1 正在等待操作员处理</translation>
    </message>
    <message>
        <source>%1 comes and goes: %2 changes within ten minutes, further ones are summed up</source>
        <translation>%1 时断时续：十分钟内变化 %2 次，后续变化将合并记录</translation>
    </message>
    <message>
        <source>On line</source>
        <translation>上线</translation>
    </message>
    <message>
        <source>Off line</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Login refused</source>
        <translation>登录被拒</translation>
    </message>
    <message>
        <source>Waits for the operator</source>
        <translation>等待操作员</translation>
    </message>
    <message>
        <source>Comes and goes</source>
        <translation>时断时续</translation>
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
    <name>DvrUiModule</name>
    <message>
        <source>Video recorder (DVR)</source>
        <translation>录像机 (DVR)</translation>
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
    <message>
        <source>the database is not open</source>
        <translation>数据库未打开</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the database may not be written</source>
        <translation>数据库不可写入</translation>
    </message>
    <message>
        <source>another program holds the database</source>
        <translation>数据库被另一程序占用</translation>
    </message>
    <message>
        <source>the database is damaged</source>
        <translation>数据库已损坏</translation>
    </message>
    <message>
        <source>the database is from a later version</source>
        <translation>数据库来自更高版本</translation>
    </message>
    <message>
        <source>the database failed</source>
        <translation>数据库出错</translation>
    </message>
</context>
<context>
    <name>MediaErrorText</name>
    <message>
        <source>video or sound of an unknown kind</source>
        <translation>未知类型的视频或声音</translation>
    </message>
    <message>
        <source>the picture is damaged</source>
        <translation>画面已损坏</translation>
    </message>
    <message>
        <source>the picture cannot be shown at this size</source>
        <translation>无法以此尺寸显示画面</translation>
    </message>
    <message>
        <source>the file name must end in .mp4 or .mkv</source>
        <translation>文件名必须以 .mp4 或 .mkv 结尾</translation>
    </message>
    <message>
        <source>this kind of file cannot hold this video</source>
        <translation>此类文件无法存放这种视频</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>无法写入文件</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>no picture came</source>
        <translation>没有收到画面</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>内存不足</translation>
    </message>
</context>
<context>
    <name>SiteArrange</name>
    <message>
        <source>%1 of %2 devices online</source>
        <translation>%2 台设备中有 %1 台在线</translation>
    </message>
    <message>
        <source>%1 of %2 device online</source>
        <translation>%2 台设备中有 %1 台在线</translation>
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
    <message>
        <source>● rec %1</source>
        <translation>● 录像 %1</translation>
    </message>
    <message>
        <source>replay %1</source>
        <translation>回放 %1</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>small stream</source>
        <translation>子码流</translation>
    </message>
    <message>
        <source>full stream</source>
        <translation>主码流</translation>
    </message>
    <message>
        <source>this device is not in the site any more</source>
        <translation>此设备已不在站点中</translation>
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
    <name>WallKeys</name>
    <message>
        <source>Wall</source>
        <translation>视频墙</translation>
    </message>
    <message>
        <source>Select the neighbouring tile</source>
        <translation>选中相邻的格子</translation>
    </message>
    <message>
        <source>First and last tile</source>
        <translation>第一格和最后一格</translation>
    </message>
    <message>
        <source>Enlarge the tile, and back</source>
        <translation>放大此格，再按还原</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Clear the tile</source>
        <translation>清空此格</translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation>画面放大和缩小</translation>
    </message>
    <message>
        <source>The whole picture again</source>
        <translation>恢复整个画面</translation>
    </message>
    <message>
        <source>Move in a zoomed picture</source>
        <translation>在放大的画面中移动</translation>
    </message>
    <message>
        <source>Move the tile</source>
        <translation>移动此格</translation>
    </message>
    <message>
        <source>What can be done with the tile</source>
        <translation>此格可以做什么</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::AcceptDialog</name>
    <message>
        <source>Accept new cabinets</source>
        <translation>接受新机柜</translation>
    </message>
    <message>
        <source>These cabinets dialled in and were turned away. Accepted ones get in the next time they dial, mostly within a minute.</source>
        <translation>这些机柜曾拨入但被拒绝。接受后，它们下次拨入时即可进入，通常在一分钟之内。</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>机柜</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Last tried</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>Cabinets that wait</source>
        <translation>等待中的机柜</translation>
    </message>
    <message>
        <source>Space ticks the selected one</source>
        <translation>按空格键勾选所选的机柜</translation>
    </message>
    <message>
        <source>Nobody waits. A cabinet stands here when it has dialled this computer&apos;s address and port.</source>
        <translation>没有等待的机柜。机柜拨入本机的地址和端口后会显示在这里。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>How it is called here; may be empty</source>
        <translation>它在这里的名称；可以留空</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Where they stand; may be empty</source>
        <translation>它们所在的位置；可以留空</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Ticks every cabinet of the list</source>
        <translation>勾选列表中的所有机柜</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nobody is accepted</source>
        <translation>不接受任何机柜</translation>
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
        <translation>请先勾选机柜</translation>
    </message>
    <message>
        <source>They get in the next time they dial</source>
        <translation>它们下次拨入时即可进入</translation>
    </message>
    <message>
        <source>Several are chosen: each gets its own name later</source>
        <translation>选择了多台：以后可分别命名</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>没有等待的机柜</translation>
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
        <translation>查找充电宝</translation>
    </message>
    <message>
        <source>Some of its id, as RL1A7C000041</source>
        <translation>编号的一部分，例如 RL1A7C000041</translation>
    </message>
    <message>
        <source>Id of the power bank</source>
        <translation>充电宝编号</translation>
    </message>
    <message>
        <source>Power bank</source>
        <translation>充电宝</translation>
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
        <translation>电量</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Power banks found</source>
        <translation>找到的充电宝</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Operator and note</source>
        <translation>操作员与备注</translation>
    </message>
    <message>
        <source>History of the power bank</source>
        <translation>充电宝的历史</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Fetches the moves before these</source>
        <translation>读取更早的移动记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <translation>数据库没有应答：%1</translation>
    </message>
    <message>
        <source>Every power bank that some cabinet ever told is found by any piece of its id.</source>
        <translation>机柜上报过的充电宝都能用编号的任意部分找到。</translation>
    </message>
    <message>
        <source>No cabinet ever told such a power bank.</source>
        <translation>没有机柜上报过这样的充电宝。</translation>
    </message>
    <message>
        <source>The first %1; type more of the id</source>
        <translation>前 %1 个；请输入更多编号</translation>
    </message>
    <message>
        <source>1 power bank found</source>
        <translation>找到 1 个充电宝</translation>
    </message>
    <message>
        <source>%1 power banks found</source>
        <translation>找到 %1 个充电宝</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>%1 的历史</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>There is nothing older</source>
        <translation>没有更早的记录</translation>
    </message>
    <message>
        <source>Put into use</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Take out of use…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Select a power bank first</source>
        <translation>请先选择充电宝</translation>
    </message>
    <message>
        <source>It may be rented and returned again</source>
        <translation>它可以再次租借和归还</translation>
    </message>
    <message>
        <source>It is neither given out nor taken back</source>
        <translation>它既不会租出，也不会收回</translation>
    </message>
    <message>
        <source>Show its cabinet</source>
        <translation>显示其机柜</translation>
    </message>
    <message>
        <source>It was never seen in a cabinet</source>
        <translation>从未在机柜中见过它</translation>
    </message>
    <message>
        <source>Selects the cabinet, and the slot when it is there</source>
        <translation>选中机柜；若它在柜中则选中其仓位</translation>
    </message>
    <message>
        <source>The history is being fetched</source>
        <translation>正在读取历史</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::CabinetActions</name>
    <message>
        <source>Find a power bank…</source>
        <translation>查找充电宝…</translation>
    </message>
    <message>
        <source>Accept new cabinets…</source>
        <translation>接受新机柜…</translation>
    </message>
    <message>
        <source>Select a cabinet first</source>
        <translation>请先选择机柜</translation>
    </message>
    <message>
        <source>Select a slot first</source>
        <translation>请先选择仓位</translation>
    </message>
    <message>
        <source>The selected slot is free</source>
        <translation>所选仓位为空</translation>
    </message>
    <message>
        <source>The cabinet has not answered yet</source>
        <translation>机柜尚未应答</translation>
    </message>
    <message>
        <source>There is no power bank in the cabinet</source>
        <translation>机柜中没有充电宝</translation>
    </message>
    <message>
        <source>Cabinets</source>
        <translation>机柜</translation>
    </message>
    <message>
        <source>Ask the cabinet for everything again</source>
        <translation>重新查询机柜的全部信息</translation>
    </message>
    <message>
        <source>Rent the fullest power bank of the cabinet</source>
        <translation>租出机柜中电量最高的充电宝</translation>
    </message>
    <message>
        <source>Name and place of the cabinet…</source>
        <translation>机柜的名称和位置…</translation>
    </message>
    <message>
        <source>Volume of the cabinet…</source>
        <translation>机柜的音量…</translation>
    </message>
    <message>
        <source>Upgrade the cabinet…</source>
        <translation>升级机柜…</translation>
    </message>
    <message>
        <source>Server address of the cabinet…</source>
        <translation>机柜的服务器地址…</translation>
    </message>
    <message>
        <source>Reboot the cabinet…</source>
        <translation>重启机柜…</translation>
    </message>
    <message>
        <source>Eject all power banks of the cabinet…</source>
        <translation>弹出机柜中的全部充电宝…</translation>
    </message>
    <message>
        <source>Forget the cabinet…</source>
        <translation>移除机柜…</translation>
    </message>
    <message>
        <source>Rent the power bank of the selected slot</source>
        <translation>租出所选仓位的充电宝</translation>
    </message>
    <message>
        <source>Eject the power bank of the selected slot</source>
        <translation>弹出所选仓位的充电宝</translation>
    </message>
    <message>
        <source>Put the power bank of the selected slot into use</source>
        <translation>恢复使用所选仓位的充电宝</translation>
    </message>
    <message>
        <source>Take the power bank of the selected slot out of use…</source>
        <translation>停用所选仓位的充电宝…</translation>
    </message>
    <message>
        <source>History of the power bank of the selected slot…</source>
        <translation>所选仓位充电宝的历史…</translation>
    </message>
    <message>
        <source>The power bank is out of use: put it into use first</source>
        <translation>该充电宝已停用：请先恢复使用</translation>
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
        <translation>重启</translation>
    </message>
    <message>
        <source>Reboot %1?</source>
        <translation>重启 %1？</translation>
    </message>
    <message>
        <source>It is offline for about a minute: nobody can rent or return there meanwhile.</source>
        <translation>它将离线约一分钟：期间无法租借或归还。</translation>
    </message>
    <message>
        <source>Leave it running</source>
        <translation>保持运行</translation>
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
        <translation>它将被断开，在再次接受之前都会被拒绝。其名称和位置会丢失；充电宝的历史会保留。</translation>
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
        <translation>在恢复使用之前，它既不会租出，也不会收回。</translation>
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
        <translation>无法保存 FTP 密码</translation>
    </message>
    <message>
        <source>The upgrade was not sent</source>
        <translation>升级未发送</translation>
    </message>
    <message>
        <source>%1 could not be described</source>
        <translation>无法更改 %1 的说明</translation>
    </message>
    <message>
        <source>The secret of %1 is only known until the program is closed</source>
        <translation>%1 的密钥仅在程序关闭前有效</translation>
    </message>
    <message>
        <source>The secrets of cabinets cannot be read: %1. Those that need one take no commands until then; it is tried again every minute.</source>
        <translation>无法读取机柜的密钥：%1。在此之前，需要密钥的机柜不接受命令；每分钟重试一次。</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::CabinetForm</name>
    <message>
        <source>Enter an address of this computer, or nothing for all of them</source>
        <translation>请输入本机的一个地址；留空表示全部地址</translation>
    </message>
    <message>
        <source>Listen on</source>
        <translation>监听地址</translation>
    </message>
    <message>
        <source>all addresses of this computer</source>
        <translation>本机的全部地址</translation>
    </message>
    <message>
        <source>The address of this computer that cabinets dial; nothing for all of them</source>
        <translation>机柜拨入的本机地址；留空表示全部地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>The port that cabinets dial, usually 8992</source>
        <translation>机柜拨入的端口，通常为 8992</translation>
    </message>
    <message>
        <source>Accept every cabinet that dials in</source>
        <translation>接受所有拨入的机柜</translation>
    </message>
    <message>
        <source>Otherwise new ones wait until somebody accepts them</source>
        <translation>否则新机柜会等待，直到有人接受</translation>
    </message>
    <message>
        <source>Take back known power banks only</source>
        <translation>只收回已知的充电宝</translation>
    </message>
    <message>
        <source>A power bank that no cabinet ever told is refused when it is returned</source>
        <translation>归还从未有机柜上报过的充电宝时会被拒绝</translation>
    </message>
    <message>
        <source>Drop messages with a wrong checksum</source>
        <translation>丢弃校验和错误的消息</translation>
    </message>
    <message>
        <source>Some boards send wrong checksums: their messages are used otherwise</source>
        <translation>有些主板发送的校验和有误：否则仍采用其消息</translation>
    </message>
    <message>
        <source>Cabinets dial in to this computer: set its address and this port as the server address in each of them.</source>
        <translation>机柜会拨入本机：请在每台机柜中将本机地址和此端口设为服务器地址。</translation>
    </message>
    <message>
        <source>Cabinets</source>
        <translation>机柜</translation>
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
        <translation>弹出</translation>
    </message>
    <message>
        <source>Put into use</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Out of use…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Rent fullest</source>
        <translation>租借电量最高的</translation>
    </message>
    <message>
        <source>Name…</source>
        <translation>名称…</translation>
    </message>
    <message>
        <source>Volume…</source>
        <translation>音量…</translation>
    </message>
    <message>
        <source>Upgrade…</source>
        <translation>升级…</translation>
    </message>
    <message>
        <source>Server address…</source>
        <translation>服务器地址…</translation>
    </message>
    <message>
        <source>Reboot…</source>
        <translation>重启…</translation>
    </message>
    <message>
        <source>Eject all…</source>
        <translation>全部弹出…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Select a cabinet first</source>
        <translation>请先选择机柜</translation>
    </message>
    <message>
        <source>The cabinet is not on line</source>
        <translation>机柜不在线</translation>
    </message>
    <message>
        <source>This cabinet takes commands only with its secret</source>
        <translation>此机柜只有使用密钥才接受命令</translation>
    </message>
    <message>
        <source>It takes commands only with its secret: enter it under “Name…”.</source>
        <translation>它只有使用密钥才接受命令：请在“名称…”中输入。</translation>
    </message>
    <message>
        <source>Another cabinet uses the same serial number (seen %1 times)</source>
        <translation>另一台机柜使用相同的序列号（出现 %1 次）</translation>
    </message>
    <message>
        <source>Its slots are not known yet.</source>
        <translation>尚不知道其仓位。</translation>
    </message>
    <message>
        <source>The slots as they were at %1</source>
        <translation>%1 时的仓位</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
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
        <translation>地址</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>登录时间</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>Slots read</source>
        <translation>仓位读取于</translation>
    </message>
    <message>
        <source>Wrong checksums</source>
        <translation>校验和错误</translation>
    </message>
    <message>
        <source>The selected cabinet</source>
        <translation>所选机柜</translation>
    </message>
    <message>
        <source>Select a cabinet in the table to see its slots.</source>
        <translation>在表格中选择机柜即可查看其仓位。</translation>
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
        <translation>另一台机柜使用相同的序列号（出现 1 次）</translation>
    </message>
    <message>
        <source>Slot %1 · free</source>
        <translation>%1 号仓位 · 空</translation>
    </message>
    <message>
        <source>Slot %1 · %2</source>
        <translation>%1 号仓位 · %2</translation>
    </message>
    <message>
        <source>being asked</source>
        <translation>正在询问</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Boards of before 2019 do not tell it, nor those without a speaker their volume. Refresh asks again.</source>
        <translation>2019 年之前的主板不报告此项，没有扬声器的主板不报告音量。“刷新”会再次询问。</translation>
    </message>
    <message>
        <source>Actions of the cabinet</source>
        <translation>机柜操作</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::CabinetListenTest</name>
    <message>
        <source>Find the address</source>
        <translation>查找地址</translation>
    </message>
    <message>
        <source>Listen on the port</source>
        <translation>监听端口</translation>
    </message>
    <message>
        <source>Look who dialled in</source>
        <translation>查看谁已拨入</translation>
    </message>
    <message>
        <source>it is not an address of this computer</source>
        <translation>它不是本机的地址</translation>
    </message>
    <message>
        <source>this computer is in no network</source>
        <translation>本机未接入任何网络</translation>
    </message>
    <message>
        <source>cabinets can dial %1</source>
        <translation>机柜可以拨入 %1</translation>
    </message>
    <message>
        <source>another program uses port %1</source>
        <translation>另一个程序正在使用端口 %1</translation>
    </message>
    <message>
        <source>this computer does not allow port %1 to this user</source>
        <translation>本机不允许此用户使用端口 %1</translation>
    </message>
    <message>
        <source>port %1 cannot be used</source>
        <translation>无法使用端口 %1</translation>
    </message>
    <message>
        <source>this window listens on port %1 already</source>
        <translation>本窗口已在监听端口 %1</translation>
    </message>
    <message>
        <source>port %1 is free</source>
        <translation>端口 %1 可用</translation>
    </message>
    <message>
        <source>nobody can dial in before the device is saved</source>
        <translation>保存设备之前无法拨入</translation>
    </message>
    <message>
        <source>%1 of %2 on line, %3 wait to be accepted</source>
        <translation>%1 / %2 在线，%3 台等待接受</translation>
    </message>
    <message>
        <source>%1 of %2 on line, %3 waits to be accepted</source>
        <translation>%1 / %2 在线，%3 台等待接受</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::CabinetUi</name>
    <message>
        <source>The cabinets need a database</source>
        <translation>机柜需要数据库</translation>
    </message>
    <message>
        <source>It keeps where each power bank is. Without it no cabinet is served, so that no return is lost.</source>
        <translation>数据库记录每个充电宝的位置。没有它就不为机柜提供服务，以免丢失归还记录。</translation>
    </message>
    <message>
        <source>There is no database: no cabinet is served</source>
        <translation>没有数据库：不为机柜提供服务</translation>
    </message>
    <message>
        <source>Listening on port %1</source>
        <translation>正在监听端口 %1</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>未监听</translation>
    </message>
    <message>
        <source>%1 of %2 cabinets on line</source>
        <translation>%1 / %2 台机柜在线</translation>
    </message>
    <message>
        <source>%1 wait to be accepted</source>
        <translation>%1 台等待接受</translation>
    </message>
    <message>
        <source>Cabinets</source>
        <translation>机柜</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Only the first server of the site is run: put the cabinets under that one</source>
        <translation>只运行站点中的第一个服务器：请将机柜放在它下面</translation>
    </message>
    <message>
        <source>Export the cabinets…</source>
        <translation>导出机柜…</translation>
    </message>
    <message>
        <source>There is no cabinet to export</source>
        <translation>没有可导出的机柜</translation>
    </message>
    <message>
        <source>%1 of %2 cabinet on line</source>
        <translation>%1 / %2 台机柜在线</translation>
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
        <translation>仓位</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Eject slot %1</source>
        <translation>弹出 %1 号仓位</translation>
    </message>
    <message>
        <source>Rent the fullest</source>
        <translation>租借电量最高的</translation>
    </message>
    <message>
        <source>Rent slot %1</source>
        <translation>租借 %1 号仓位</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>已应答 %1 / %2</translation>
    </message>
    <message>
        <source>everything is up to date</source>
        <translation>全部已更新</translation>
    </message>
    <message>
        <source>up to date, but without %1</source>
        <translation>已更新，但没有：%1</translation>
    </message>
    <message>
        <source>%1 is out</source>
        <translation>%1 已出仓</translation>
    </message>
    <message>
        <source>the volume is %1</source>
        <translation>音量为 %1</translation>
    </message>
    <message>
        <source>taken; it counts after the next start</source>
        <translation>已接受；下次启动后生效</translation>
    </message>
    <message>
        <source>received; it starts again now</source>
        <translation>已收到；正在重新启动</translation>
    </message>
    <message>
        <source>received; it loads the file now</source>
        <translation>已收到；正在下载文件</translation>
    </message>
    <message>
        <source>it is off the list</source>
        <translation>已从名单中移除</translation>
    </message>
    <message>
        <source>it is not given out any more</source>
        <translation>不再租出</translation>
    </message>
    <message>
        <source>it is in use again</source>
        <translation>已恢复使用</translation>
    </message>
    <message>
        <source>the database is not open</source>
        <translation>数据库未打开</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the database cannot be written</source>
        <translation>数据库无法写入</translation>
    </message>
    <message>
        <source>another program holds the database</source>
        <translation>另一个程序占用了数据库</translation>
    </message>
    <message>
        <source>the database is damaged</source>
        <translation>数据库已损坏</translation>
    </message>
    <message>
        <source>the database is of a later version</source>
        <translation>数据库来自更新的版本</translation>
    </message>
    <message>
        <source>the database failed</source>
        <translation>数据库出错</translation>
    </message>
    <message>
        <source>the cabinet is not on line</source>
        <translation>机柜不在线</translation>
    </message>
    <message>
        <source>the cabinet refused</source>
        <translation>机柜拒绝</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>未及时应答</translation>
    </message>
    <message>
        <source>no answer: whether it was done is not known, the next inventory tells</source>
        <translation>没有应答：是否已执行尚不清楚，下次盘点会得知</translation>
    </message>
    <message>
        <source>the connection broke before the answer</source>
        <translation>应答之前连接中断</translation>
    </message>
    <message>
        <source>too many requests wait for this cabinet</source>
        <translation>等待此机柜的请求过多</translation>
    </message>
    <message>
        <source>not a valid value</source>
        <translation>不是有效的值</translation>
    </message>
    <message>
        <source>the cabinet answered something unreadable</source>
        <translation>机柜的应答无法识别</translation>
    </message>
    <message>
        <source>there is no power bank to give</source>
        <translation>没有可租出的充电宝</translation>
    </message>
    <message>
        <source>this cabinet takes commands only with its secret</source>
        <translation>此机柜只有使用密钥才接受命令</translation>
    </message>
    <message>
        <source>another program uses this port</source>
        <translation>另一个程序正在使用此端口</translation>
    </message>
    <message>
        <source>it is not an address of this computer</source>
        <translation>它不是本机的地址</translation>
    </message>
    <message>
        <source>this computer lets too few connections be open</source>
        <translation>本机允许打开的连接过少</translation>
    </message>
    <message>
        <source>On line</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>On line since %1</source>
        <translation>自 %1 起在线</translation>
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
        <source>Accepted, but never seen since the program started</source>
        <translation>已接受，但程序启动以来从未出现</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>音量 %1</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升级</translation>
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
        <translation>恢复使用 %1</translation>
    </message>
    <message>
        <source>waiting for the answer</source>
        <translation>正在等待应答</translation>
    </message>
    <message>
        <source>Seen by an inventory</source>
        <translation>盘点看到</translation>
    </message>
    <message>
        <source>Rented</source>
        <translation>已租借</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已归还</translation>
    </message>
    <message>
        <source>Ejected</source>
        <translation>已弹出</translation>
    </message>
    <message>
        <source>Rented, answered late</source>
        <translation>已租借，应答迟到</translation>
    </message>
    <message>
        <source>Ejected, answered late</source>
        <translation>已弹出，应答迟到</translation>
    </message>
    <message>
        <source>Taken out of use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Put into use</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>slot %1 of %2</source>
        <translation>%2 的 %1 号仓位</translation>
    </message>
    <message>
        <source>rented</source>
        <translation>已租出</translation>
    </message>
    <message>
        <source>rented, from %1</source>
        <translation>已租出，来自 %1</translation>
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
        <translation>等级 %1</translation>
    </message>
    <message>
        <source>%1 · signal not known</source>
        <translation>%1 · 信号未知</translation>
    </message>
    <message>
        <source>%1 · signal %2 / 31</source>
        <translation>%1 · 信号 %2 / 31</translation>
    </message>
    <message>
        <source>it closed the connection</source>
        <translation>对方关闭了连接</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>no heartbeat</source>
        <translation>没有心跳</translation>
    </message>
    <message>
        <source>it sent far too much</source>
        <translation>发送的数据过多</translation>
    </message>
    <message>
        <source>it does not read what it is sent</source>
        <translation>不读取发给它的数据</translation>
    </message>
    <message>
        <source>it sent what cannot be a message</source>
        <translation>发来的不是有效消息</translation>
    </message>
    <message>
        <source>it logged in under another serial number</source>
        <translation>以另一个序列号登录</translation>
    </message>
    <message>
        <source>the server was stopped</source>
        <translation>服务器已停止</translation>
    </message>
    <message>
        <source>Not every cabinet can dial in: %1</source>
        <translation>并非每台机柜都能接入：%1</translation>
    </message>
    <message>
        <source>Nobody can dial in: %1</source>
        <translation>无法接入任何机柜：%1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>the power bank is out of use</source>
        <translation>该充电宝已停用</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::DescribeDialog</name>
    <message>
        <source>Name and place</source>
        <translation>名称和位置</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>How the cabinet is called here; may be empty</source>
        <translation>机柜在这里的名称；可以留空</translation>
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
        <translation>密钥</translation>
    </message>
    <message>
        <source>Boards of version 2 take commands only with it; it is kept in the keychain</source>
        <translation>版本 2 的主板只有使用密钥才接受命令；它保存在钥匙串中</translation>
    </message>
    <message>
        <source>There is no keychain here to keep it</source>
        <translation>这里没有可保存它的钥匙串</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Drop messages with a wrong checksum</source>
        <translation>丢弃校验和错误的消息</translation>
    </message>
    <message>
        <source>Some boards send wrong checksums: their messages are used otherwise</source>
        <translation>有些主板发送的校验和有误：否则仍采用其消息</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keep name and place</source>
        <translation>保存名称和位置</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::EjectAllDialog</name>
    <message>
        <source>Eject all</source>
        <translation>全部弹出</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>失败的项目</translation>
    </message>
    <message>
        <source>Slot %1: %2</source>
        <translation>%1 号仓位：%2</translation>
    </message>
    <message>
        <source>All power banks come out, %1 of them, one after another. Whoever stands there can take them.</source>
        <translation>全部 %1 个充电宝将逐一弹出。在场的任何人都可以取走。</translation>
    </message>
    <message>
        <source>Keep them inside</source>
        <translation>留在柜内</translation>
    </message>
    <message>
        <source>Nothing is ejected</source>
        <translation>不弹出任何充电宝</translation>
    </message>
    <message>
        <source>Begins with the lowest slot</source>
        <translation>从编号最小的仓位开始</translation>
    </message>
    <message>
        <source>Stopping after slot %1</source>
        <translation>将在 %1 号仓位之后停止</translation>
    </message>
    <message>
        <source>%1 of %2: slot %3</source>
        <translation>%1 / %2：%3 号仓位</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The slot that is being ejected is the last one</source>
        <translation>正在弹出的仓位将是最后一个</translation>
    </message>
    <message>
        <source>It stops as soon as the cabinet has answered</source>
        <translation>机柜应答后立即停止</translation>
    </message>
    <message>
        <source>%1 of %2 ejected, %3 failed, %4 left inside</source>
        <translation>已弹出 %1 / %2，失败 %3，柜内剩余 %4</translation>
    </message>
    <message>
        <source>%1 of %2 ejected, %3 failed</source>
        <translation>已弹出 %1 / %2，失败 %3</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Its only power bank comes out. Whoever stands there can take it.</source>
        <translation>其中唯一的充电宝将弹出。在场的任何人都可以取走。</translation>
    </message>
    <message>
        <source>Eject all power banks of %1?</source>
        <translation>弹出 %1 的全部充电宝？</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::FigureBar</name>
    <message>
        <source>on line</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>banks ready</source>
        <translation>可租充电宝</translation>
    </message>
    <message>
        <source>rented now</source>
        <translation>当前租出</translation>
    </message>
    <message>
        <source>returns, last hour</source>
        <translation>近一小时归还</translation>
    </message>
    <message>
        <source>conflicts today</source>
        <translation>今日冲突</translation>
    </message>
    <message>
        <source>The line: rents and returns an hour, the last 24 hours</source>
        <translation>曲线：最近 24 小时每小时的租借与归还</translation>
    </message>
    <message>
        <source>Figures of the cabinets</source>
        <translation>机柜数据</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::FleetCharts</name>
    <message>
        <source>Charts of the cabinets</source>
        <translation>机柜图表</translation>
    </message>
    <message>
        <source>Cabinets on line, since the program started</source>
        <translation>在线机柜（程序启动以来）</translation>
    </message>
    <message>
        <source>A line is drawn here once cabinets have dialled in.</source>
        <translation>机柜拨入后，这里会绘出曲线。</translation>
    </message>
    <message>
        <source>Rents and returns an hour, the last 24 hours</source>
        <translation>最近 24 小时每小时的租借与归还</translation>
    </message>
    <message>
        <source>Nothing was rented or returned in the last 24 hours.</source>
        <translation>最近 24 小时没有租借或归还。</translation>
    </message>
    <message>
        <source>Power banks in slots, by charge</source>
        <translation>仓内充电宝（按电量）</translation>
    </message>
    <message>
        <source>No cabinet has told its power banks yet.</source>
        <translation>还没有机柜上报充电宝。</translation>
    </message>
    <message>
        <source>%1 of %2 on line now</source>
        <translation>当前 %1 / %2 在线</translation>
    </message>
    <message>
        <source>Rents</source>
        <translation>租借</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>归还</translation>
    </message>
    <message>
        <source>Rents: %1, returns: %2</source>
        <translation>租借：%1，归还：%2</translation>
    </message>
    <message>
        <source>Power banks</source>
        <translation>充电宝</translation>
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
        <translation>需要关注</translation>
    </message>
    <message>
        <source>On line</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>从未出现</translation>
    </message>
    <message>
        <source>%1 slots</source>
        <translation>%1 个仓位</translation>
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
        <translation>还没有心跳</translation>
    </message>
    <message>
        <source>Free slots of all slots</source>
        <translation>空仓位 / 全部仓位</translation>
    </message>
    <message>
        <source>Power banks charged to 80 % or more</source>
        <translation>电量不低于 80% 的充电宝</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>机柜</translation>
    </message>
    <message>
        <source>Name and place</source>
        <translation>名称和位置</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空仓</translation>
    </message>
    <message>
        <source>Banks</source>
        <translation>充电宝</translation>
    </message>
    <message>
        <source>≥ 80 %</source>
        <translation>≥ 80%</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
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
        <translation>地址</translation>
    </message>
    <message>
        <source>1 slot</source>
        <translation>1 个仓位</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::FleetPage</name>
    <message>
        <source>Cabinets</source>
        <translation>机柜</translation>
    </message>
    <message>
        <source>Accept new… %1</source>
        <translation>接受新机柜… %1</translation>
    </message>
    <message>
        <source>Accept new…</source>
        <translation>接受新机柜…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有型号</translation>
    </message>
    <message>
        <source>%1 slots</source>
        <translation>%1 个仓位</translation>
    </message>
    <message>
        <source>There is no cabinet yet</source>
        <translation>还没有机柜</translation>
    </message>
    <message>
        <source>The charts are shown</source>
        <translation>正在显示图表</translation>
    </message>
    <message>
        <source>Words of serial number, name, place, power bank or address</source>
        <translation>序列号、名称、位置、充电宝或地址中的词</translation>
    </message>
    <message>
        <source>Only cabinets in this state</source>
        <translation>只显示此状态的机柜</translation>
    </message>
    <message>
        <source>Only cabinets of this size</source>
        <translation>只显示此规格的机柜</translation>
    </message>
    <message>
        <source>Cabinets of one state stand together</source>
        <translation>相同状态的机柜排在一起</translation>
    </message>
    <message>
        <source>The server is not listening yet.</source>
        <translation>服务器尚未开始监听。</translation>
    </message>
    <message>
        <source>Listening on port %1</source>
        <translation>正在监听端口 %1</translation>
    </message>
    <message>
        <source>No cabinets yet</source>
        <translation>还没有机柜</translation>
    </message>
    <message>
        <source>Point the cabinets&apos; server address at this computer. Those that dial in wait here until they are accepted.</source>
        <translation>请将机柜的服务器地址指向本机。拨入的机柜会在这里等待接受。</translation>
    </message>
    <message>
        <source>Accept new cabinets…</source>
        <translation>接受新机柜…</translation>
    </message>
    <message>
        <source>Export the cabinets</source>
        <translation>导出机柜</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>机柜</translation>
    </message>
    <message>
        <source>Name and place</source>
        <translation>名称和位置</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>仓位</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空仓</translation>
    </message>
    <message>
        <source>Power banks</source>
        <translation>充电宝</translation>
    </message>
    <message>
        <source>≥ 80 %</source>
        <translation>≥ 80%</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
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
        <translation>已导出机柜：%1</translation>
    </message>
    <message>
        <source>The cabinets could not be exported</source>
        <translation>无法导出机柜</translation>
    </message>
    <message>
        <source>SN, name, place, bank or address</source>
        <translation>序列号、名称、位置、充电宝或地址</translation>
    </message>
    <message>
        <source>Find cabinets</source>
        <translation>查找机柜</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Group by state</source>
        <translation>按状态分组</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Show the charts</source>
        <translation>显示图表</translation>
    </message>
    <message>
        <source>Cabinets on line, rents and returns, stock</source>
        <translation>在线机柜、租借与归还、库存</translation>
    </message>
    <message>
        <source>No cabinet matches. Esc in the search shows all of them again.</source>
        <translation>没有匹配的机柜。在搜索框中按 Esc 可重新显示全部。</translation>
    </message>
    <message>
        <source>%1. It is tried again every 10 seconds.</source>
        <translation>%1。每 10 秒重试一次。</translation>
    </message>
    <message>
        <source>1 slot</source>
        <translation>1 个仓位</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::FleetView</name>
    <message>
        <source>Columns as they were at first</source>
        <translation>恢复默认的列</translation>
    </message>
    <message>
        <source>Charging cabinets</source>
        <translation>充电机柜</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::ServerAddressDialog</name>
    <message>
        <source>The cabinet is told at once</source>
        <translation>立即通知机柜</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>Host name or address of the server, as the cabinet can reach it</source>
        <translation>机柜能够访问的服务器主机名或地址</translation>
    </message>
    <message>
        <source>The port of the server, usually 8992</source>
        <translation>服务器端口，通常为 8992</translation>
    </message>
    <message>
        <source>How often the cabinet says that it is there: 1 to 255 seconds</source>
        <translation>机柜报告在线的间隔：1 到 255 秒</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Reboot it then: the new address counts after the next start</source>
        <translation>随后重启：新地址在下次启动后生效</translation>
    </message>
    <message>
        <source>Without it the cabinet stays here until somebody starts it again</source>
        <translation>否则机柜会留在这里，直到有人重新启动它</translation>
    </message>
    <message>
        <source>With a wrong address the cabinet never dials in here again: somebody has to go there.</source>
        <translation>如果地址错误，机柜将不再拨入这里：需要有人到现场处理。</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>不发送任何内容</translation>
    </message>
    <message>
        <source>Set address</source>
        <translation>设置地址</translation>
    </message>
    <message>
        <source>Enter the address of the server first</source>
        <translation>请先输入服务器地址</translation>
    </message>
    <message>
        <source>Only the name or address, without spaces, “http://” or a path</source>
        <translation>只需名称或地址，不含空格、“http://”或路径</translation>
    </message>
    <message>
        <source>The cabinet takes only Latin letters, digits and signs, without spaces</source>
        <translation>机柜只接受拉丁字母、数字和符号，不含空格</translation>
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
        <translation>机柜的仓位</translation>
    </message>
    <message>
        <source>It is out of use: put it into use first</source>
        <translation>它已停用：请先恢复使用</translation>
    </message>
    <message>
        <source>The cabinet has not answered yet</source>
        <translation>机柜尚未应答</translation>
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
        <translation>未锁定</translation>
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
        <translation>正在等待应答</translation>
    </message>
    <message>
        <source>Slot %1: %2</source>
        <translation>%1 号仓位：%2</translation>
    </message>
</context>
<context>
    <name>opsdeck::cabinet::UpgradeDialog</name>
    <message>
        <source>The cabinet begins at once to load the file</source>
        <translation>机柜立即开始下载文件</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>FTP server</source>
        <translation>FTP 服务器</translation>
    </message>
    <message>
        <source>Host name or address, as the cabinet can reach it</source>
        <translation>机柜能够访问的主机名或地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>The port of the FTP server, usually 21</source>
        <translation>FTP 服务器端口，通常为 21</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The name of the firmware file on the server</source>
        <translation>服务器上固件文件的名称</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>A user of the FTP server; may be empty</source>
        <translation>FTP 服务器的用户；可以留空</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>It is sent to the cabinet without encryption: take one that opens nothing else</source>
        <translation>它会以未加密的方式发送给机柜：请使用不用于其他地方的密码</translation>
    </message>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>在钥匙串中保存密码</translation>
    </message>
    <message>
        <source>Otherwise it is forgotten when this window closes</source>
        <translation>否则关闭此窗口后即被忘记</translation>
    </message>
    <message>
        <source>There is no keychain here</source>
        <translation>这里没有钥匙串</translation>
    </message>
    <message>
        <source>The cabinet loads the file, installs it and starts again. With a wrong file it may not come back: somebody has to go there.</source>
        <translation>机柜会下载并安装文件，然后重新启动。如果文件有误，它可能无法恢复：需要有人到现场处理。</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>不发送任何内容</translation>
    </message>
    <message>
        <source>as kept in the keychain</source>
        <translation>使用钥匙串中的密码</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Enter the FTP server first</source>
        <translation>请先输入 FTP 服务器</translation>
    </message>
    <message>
        <source>Enter the name of the file first</source>
        <translation>请先输入文件名</translation>
    </message>
    <message>
        <source>The cabinet takes only Latin letters, digits and signs, without spaces</source>
        <translation>机柜只接受拉丁字母、数字和符号，不含空格</translation>
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
        <translation>当前音量未知。</translation>
    </message>
    <message>
        <source>Only cabinets with a speaker answer this.</source>
        <translation>只有带扬声器的机柜才会应答。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Set volume</source>
        <translation>设置音量</translation>
    </message>
    <message>
        <source>The cabinet speaks this loud from now on</source>
        <translation>机柜从现在起使用此音量</translation>
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
    <message>
        <source>Lobby east</source>
        <translation>东侧大堂</translation>
    </message>
    <message>
        <source>Lift hall</source>
        <translation>电梯厅</translation>
    </message>
    <message>
        <source>Food court</source>
        <translation>美食广场</translation>
    </message>
    <message>
        <source>Exit A</source>
        <translation>A 出口</translation>
    </message>
    <message>
        <source>Level 2</source>
        <translation>二层</translation>
    </message>
    <message>
        <source>Ticket hall</source>
        <translation>售票厅</translation>
    </message>
    <message>
        <source>Cabinet %1</source>
        <translation>机柜 %1</translation>
    </message>
    <message>
        <source>Cabinets</source>
        <translation>机柜</translation>
    </message>
    <message>
        <source>There is no free port on this computer</source>
        <translation>本机没有空闲端口</translation>
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
    <name>opsdeck::dvr::DeviceRoster</name>
    <message>
        <source>The password of “%1” is used, but could not be kept</source>
        <translation>已使用“%1”的密码，但未能保存</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>立即重试</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::DvrConnectionTest</name>
    <message>
        <source>Find the address</source>
        <translation>查找地址</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Read what it is</source>
        <translation>读取设备信息</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>第一幅画面</translation>
    </message>
    <message>
        <source>it is an address, nothing to look up</source>
        <translation>已是地址，无需查找</translation>
    </message>
    <message>
        <source>the device accepts connections</source>
        <translation>设备接受连接</translation>
    </message>
    <message>
        <source>channels: %1</source>
        <translation>通道数：%1</translation>
    </message>
    <message>
        <source>firmware %1</source>
        <translation>固件 %1</translation>
    </message>
    <message>
        <source>serial number %1</source>
        <translation>序列号 %1</translation>
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
        <translation>请输入录像机的主机名或地址</translation>
    </message>
    <message>
        <source>Enter the name of a user of the recorder</source>
        <translation>请输入录像机的用户名</translation>
    </message>
    <message>
        <source>Enter a number from 1 to 65535</source>
        <translation>请输入 1 到 65535 之间的数字</translation>
    </message>
    <message>
        <source>Enter a number from 1 to %1</source>
        <translation>请输入 1 到 %1 之间的数字</translation>
    </message>
    <message>
        <source>Only the name or address, without spaces, “http://” or a path</source>
        <translation>只需名称或地址，不含空格、“http://”或路径</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Host name, IPv4 or IPv6 address of the recorder</source>
        <translation>录像机的主机名、IPv4 或 IPv6 地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>The recorder&apos;s media port, usually 34567</source>
        <translation>录像机的媒体端口，通常为 34567</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>A user the recorder knows</source>
        <translation>录像机上的用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>“This user has no password” is chosen</source>
        <translation>已选择“此用户没有密码”</translation>
    </message>
    <message>
        <source>It is kept in the keychain of this computer, never in the site file</source>
        <translation>保存在本机的钥匙串中，绝不写入站点文件</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>How many channels to show; normally the recorder says it itself</source>
        <translation>显示多少个通道；通常由录像机自行告知</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This user has no password</source>
        <translation>此用户没有密码</translation>
    </message>
    <message>
        <source>Removes the stored password from the keychain</source>
        <translation>从钥匙串中删除已保存的密码</translation>
    </message>
    <message>
        <source>as the recorder says</source>
        <translation>以录像机为准</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::DvrSettings</name>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>码流</translation>
    </message>
    <message>
        <source>Automatic takes the small stream in small tiles and the full one in large tiles</source>
        <translation>自动：小画面用子码流，大画面用主码流</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Always the full stream</source>
        <translation>始终用主码流</translation>
    </message>
    <message>
        <source>Always the small stream</source>
        <translation>始终用子码流</translation>
    </message>
    <message>
        <source>Recordings are</source>
        <translation>录像格式</translation>
    </message>
    <message>
        <source>MKV keeps the sound of the camera, MP4 plays in more programs</source>
        <translation>MKV 保留摄像机的声音，MP4 可在更多程序中播放</translation>
    </message>
    <message>
        <source>Instant replay</source>
        <translation>即时回放</translation>
    </message>
    <message>
        <source>How far back a live tile can be replayed</source>
        <translation>实时画面可以回放多久以前</translation>
    </message>
    <message>
        <source>Memory of a tile for instant replay</source>
        <translation>每个画面用于即时回放的内存</translation>
    </message>
    <message>
        <source>A busy stream may reach less far back than set above</source>
        <translation>码率高时，可回放的时间可能比上面设置的短</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Folder for snapshots</source>
        <translation>快照文件夹</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>录像文件夹</translation>
    </message>
    <message>
        <source>Time of a step in a new tour</source>
        <translation>新轮巡每一步的时间</translation>
    </message>
    <message>
        <source>Each step of a tour can have its own time</source>
        <translation>轮巡的每一步都可以有自己的时间</translation>
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
        <source>Wall</source>
        <translation>视频墙</translation>
    </message>
    <message>
        <source>Second wall in a window of its own</source>
        <translation>在独立窗口中打开第二视频墙</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::MediaActions</name>
    <message>
        <source>Save a snapshot</source>
        <translation>保存快照</translation>
    </message>
    <message>
        <source>Replay the last seconds, or back to live</source>
        <translation>回放最近画面，或返回实时</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>视频墙</translation>
    </message>
    <message>
        <source>The selected tile is empty</source>
        <translation>选中的格子是空的</translation>
    </message>
    <message>
        <source>The selected tile has no picture</source>
        <translation>选中的格子没有画面</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>No snapshot of %1</source>
        <translation>未能保存 %1 的快照</translation>
    </message>
    <message>
        <source>Snapshot of %1 saved</source>
        <translation>%1 的快照已保存</translation>
    </message>
    <message>
        <source>Record, or stop recording</source>
        <translation>开始或停止录像</translation>
    </message>
    <message>
        <source>Stop all recordings</source>
        <translation>停止所有录像</translation>
    </message>
    <message>
        <source>Nothing is being recorded</source>
        <translation>没有正在进行的录像</translation>
    </message>
    <message>
        <source>Recording of %1 saved: %2, %3 s</source>
        <translation>%1 的录像已保存：%2，%3 秒</translation>
    </message>
    <message>
        <source>Recording of %1 ended</source>
        <translation>%1 的录像已中止</translation>
    </message>
    <message>
        <source>%1 is not recorded</source>
        <translation>未能录制 %1</translation>
    </message>
    <message>
        <source>Sound of this camera, or silence</source>
        <translation>打开或关闭此摄像机的声音</translation>
    </message>
    <message>
        <source>The sound is off</source>
        <translation>声音已关闭</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>增大音量</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>减小音量</translation>
    </message>
    <message>
        <source>This device is not in the site any more</source>
        <translation>此设备已不在站点中</translation>
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
        <translation>请先输入名称</translation>
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
    <name>opsdeck::dvr::ReplayBar</name>
    <message>
        <source>Place in the replay</source>
        <translation>回放位置</translation>
    </message>
    <message>
        <source>Drag to look through the replay (Left, Right: a frame; with Shift: a second)</source>
        <translation>拖动以浏览回放（左、右方向键：一帧；按住 Shift：一秒）</translation>
    </message>
    <message>
        <source>Time of the picture</source>
        <translation>画面时间</translation>
    </message>
    <message>
        <source>When this picture was received</source>
        <translation>收到此画面的时间</translation>
    </message>
    <message>
        <source>Seconds before the end of the replay</source>
        <translation>距回放结尾的秒数</translation>
    </message>
    <message>
        <source>How long before the newest picture of this replay</source>
        <translation>比此回放的最新画面早多久</translation>
    </message>
    <message>
        <source>A picture back</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>A picture back (Left)</source>
        <translation>上一帧（左方向键）</translation>
    </message>
    <message>
        <source>A picture on</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>A picture on (Right)</source>
        <translation>下一帧（右方向键）</translation>
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
        <translation>从此处</translation>
    </message>
    <message>
        <source>Save from here</source>
        <translation>从此处开始保存</translation>
    </message>
    <message>
        <source>What is saved begins at this picture (I)</source>
        <translation>保存的片段从此画面开始（I）</translation>
    </message>
    <message>
        <source>To here</source>
        <translation>到此处</translation>
    </message>
    <message>
        <source>Save to here</source>
        <translation>保存到此处为止</translation>
    </message>
    <message>
        <source>What is saved ends at this picture (O)</source>
        <translation>保存的片段到此画面结束（O）</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>返回实时</translation>
    </message>
    <message>
        <source>Back to live (Esc)</source>
        <translation>返回实时（Esc）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Nothing was kept of this stream yet</source>
        <translation>此视频流尚未保留任何画面</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（空格键）</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放（空格键）</translation>
    </message>
    <message>
        <source>−%1 s</source>
        <translation>−%1 秒</translation>
    </message>
    <message>
        <source>Save %1 s…</source>
        <translation>保存 %1 秒…</translation>
    </message>
    <message>
        <source>Save the chosen part as a clip; it begins at the whole picture before</source>
        <translation>将所选部分保存为视频片段；片段从前一个完整画面开始</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save this replay as a clip</source>
        <translation>将此回放保存为视频片段</translation>
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
        <translation>主码流，正在切换到子码流</translation>
    </message>
    <message>
        <source>small, changing to full</source>
        <translation>子码流，正在切换到主码流</translation>
    </message>
    <message>
        <source>full (kept)</source>
        <translation>主码流（固定）</translation>
    </message>
    <message>
        <source>small (kept)</source>
        <translation>子码流（固定）</translation>
    </message>
    <message>
        <source>%1 fps · %2 kbit/s</source>
        <translation>%1 fps · %2 kbit/s</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>码流</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Lost packets</source>
        <translation>丢包</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>重连次数</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Live since</source>
        <translation>实时始于</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>始于</translation>
    </message>
    <message>
        <source>%1 s · %2 MB</source>
        <translation>%1 秒 · %2 MB</translation>
    </message>
    <message>
        <source>Digital zoom</source>
        <translation>数字放大</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>full (automatic)</source>
        <translation>主码流（自动）</translation>
    </message>
    <message>
        <source>small (automatic)</source>
        <translation>子码流（自动）</translation>
    </message>
    <message>
        <source>Decode errors</source>
        <translation>解码错误</translation>
    </message>
    <message>
        <source>Dropped late</source>
        <translation>过晚丢弃</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>For replay</source>
        <translation>可回放</translation>
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
        <translation>从站点树将通道拖到此格。</translation>
    </message>
    <message>
        <source>Volume, %1 %</source>
        <translation>音量 %1 %</translation>
    </message>
    <message>
        <source>Switch the sound of a camera on first</source>
        <translation>请先打开一台摄像机的声音</translation>
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
        <translation>录像</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>返回实时</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>关闭声音</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>打开声音</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Data rate over the last minute</source>
        <translation>最近一分钟的码率</translation>
    </message>
    <message>
        <source>Details of the selected tile</source>
        <translation>选中格子的详情</translation>
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
        <translation>正在等待声音</translation>
    </message>
    <message>
        <source>this camera sends no sound</source>
        <translation>此摄像机不发送声音</translation>
    </message>
    <message>
        <source>no sound output on this computer</source>
        <translation>此计算机没有声音输出设备</translation>
    </message>
    <message>
        <source>this camera&apos;s sound cannot be played</source>
        <translation>无法播放此摄像机的声音</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::TourBar</name>
    <message>
        <source>Tour, stop %1 of %2: %3</source>
        <translation>轮巡，第 %1 站，共 %2 站：%3</translation>
    </message>
    <message>
        <source>paused, %1 s left</source>
        <translation>已暂停，剩余 %1 秒</translation>
    </message>
    <message>
        <source>next in %1 s</source>
        <translation>%1 秒后切换</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Stop tour</source>
        <translation>停止轮巡</translation>
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
        <translation>秒数</translation>
    </message>
    <message>
        <source>New tour</source>
        <translation>新轮巡</translation>
    </message>
    <message>
        <source>Edit tour</source>
        <translation>编辑轮巡</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the tour</source>
        <translation>轮巡名称</translation>
    </message>
    <message>
        <source>Steps of the tour</source>
        <translation>轮巡的步骤</translation>
    </message>
    <message>
        <source>F2 or a double-click changes the time of a step</source>
        <translation>按 F2 或双击可更改一步的时间</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>The selected step comes earlier</source>
        <translation>选中的一步提前</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>The selected step comes later</source>
        <translation>选中的一步推后</translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation>移除此步</translation>
    </message>
    <message>
        <source>Takes the selected step out of the tour</source>
        <translation>从轮巡中移除选中的一步</translation>
    </message>
    <message>
        <source>View to add</source>
        <translation>要添加的视图</translation>
    </message>
    <message>
        <source>Add view</source>
        <translation>添加视图</translation>
    </message>
    <message>
        <source>Adds the view at the left as the last step</source>
        <translation>将左侧的视图添加为最后一步</translation>
    </message>
    <message>
        <source>There is no saved view yet</source>
        <translation>还没有保存的视图</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>添加通道</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>添加“%1”</translation>
    </message>
    <message>
        <source>The selected tile of the wall is empty</source>
        <translation>视频墙上选中的格子是空的</translation>
    </message>
    <message>
        <source>Adds the channel of the selected tile, by itself on the wall</source>
        <translation>添加选中格子的通道，在视频墙上单独显示</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave the tour as it was</source>
        <translation>保留原来的轮巡</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Select a step first</source>
        <translation>请先选择一步</translation>
    </message>
    <message>
        <source>Type a name first</source>
        <translation>请先输入名称</translation>
    </message>
    <message>
        <source>Add a step first</source>
        <translation>请先添加一步</translation>
    </message>
    <message>
        <source>Keep the tour</source>
        <translation>保存轮巡</translation>
    </message>
    <message>
        <source>A tour shows its steps one after another. Add a view or a channel as the first step.</source>
        <translation>轮巡会依次显示各个步骤。请添加一个视图或通道作为第一步。</translation>
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
        <translation>已删除的视图</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>显示</translation>
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
        <translation>轮巡，%1 秒</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::ViewDesk</name>
    <message>
        <source>Views and tours</source>
        <translation>视图与轮巡</translation>
    </message>
    <message>
        <source>Save what the wall shows as a view…</source>
        <translation>将视频墙保存为视图…</translation>
    </message>
    <message>
        <source>Save what the wall shows in its view</source>
        <translation>将视频墙保存到其视图</translation>
    </message>
    <message>
        <source>The wall does not show a saved view</source>
        <translation>视频墙显示的不是已保存的视图</translation>
    </message>
    <message>
        <source>New tour…</source>
        <translation>新轮巡…</translation>
    </message>
    <message>
        <source>Start or stop the tour</source>
        <translation>开始或停止轮巡</translation>
    </message>
    <message>
        <source>No tour is running</source>
        <translation>没有正在运行的轮巡</translation>
    </message>
    <message>
        <source>Pause the tour, or go on</source>
        <translation>暂停或继续轮巡</translation>
    </message>
    <message>
        <source>Next stop of the tour</source>
        <translation>轮巡的下一站</translation>
    </message>
    <message>
        <source>Previous stop of the tour</source>
        <translation>轮巡的上一站</translation>
    </message>
    <message>
        <source>Start tour “%1”</source>
        <translation>开始轮巡“%1”</translation>
    </message>
    <message>
        <source>Show view “%1”</source>
        <translation>显示视图“%1”</translation>
    </message>
    <message>
        <source>The tour “%1” has nothing to show</source>
        <translation>轮巡“%1”没有可显示的内容</translation>
    </message>
    <message>
        <source>Edit tour…</source>
        <translation>编辑轮巡…</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>New view</source>
        <translation>新视图</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New tour</source>
        <translation>新轮巡</translation>
    </message>
    <message>
        <source>Tour “%1” removed</source>
        <translation>已删除轮巡“%1”</translation>
    </message>
    <message>
        <source>View “%1” removed</source>
        <translation>已删除视图“%1”</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Start tour</source>
        <translation>开始轮巡</translation>
    </message>
    <message>
        <source>Show view</source>
        <translation>显示视图</translation>
    </message>
    <message>
        <source>Save what the wall shows here</source>
        <translation>将视频墙保存到此处</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
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
        <translation>已有 %1 个视图和轮巡：请先删除一个</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::ViewsPanel</name>
    <message>
        <source>Saved views and tours</source>
        <translation>已保存的视图和轮巡</translation>
    </message>
    <message>
        <source>Enter shows a view, Delete removes it, Alt+Up and Alt+Down move it</source>
        <translation>Enter 显示视图，Delete 删除，Alt+上/下方向键移动</translation>
    </message>
    <message>
        <source>Put the channels you watch together on the wall and save them as a view: it is then one key away.</source>
        <translation>把需要一起监看的通道放到视频墙上并保存为视图，之后按一个键即可调出。</translation>
    </message>
    <message>
        <source>Save view…</source>
        <translation>保存视图…</translation>
    </message>
    <message>
        <source>New tour…</source>
        <translation>新轮巡…</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::WallActions</name>
    <message>
        <source>The selected tile is empty</source>
        <translation>选中的格子是空的</translation>
    </message>
    <message>
        <source>The selected tile has no picture</source>
        <translation>选中的格子没有画面</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>视频墙</translation>
    </message>
    <message>
        <source>Enlarge tile, and back</source>
        <translation>放大此格，再按还原</translation>
    </message>
    <message>
        <source>Ask for a whole picture (I-frame)</source>
        <translation>请求完整画面（I 帧）</translation>
    </message>
    <message>
        <source>Show the whole picture again</source>
        <translation>还原完整画面</translation>
    </message>
    <message>
        <source>Details of the tile</source>
        <translation>此格的详情</translation>
    </message>
    <message>
        <source>Clear tile</source>
        <translation>清空此格</translation>
    </message>
    <message>
        <source>Stream: by the size of the tile</source>
        <translation>码流：按格子大小</translation>
    </message>
    <message>
        <source>Stream: always the full one</source>
        <translation>码流：始终用主码流</translation>
    </message>
    <message>
        <source>Stream: always the small one</source>
        <translation>码流：始终用子码流</translation>
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
        <source>Larger tiles</source>
        <translation>更大的格子</translation>
    </message>
    <message>
        <source>Smaller tiles</source>
        <translation>更小的格子</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>码流</translation>
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
        <source>Number of tiles</source>
        <translation>格数</translation>
    </message>
</context>
<context>
    <name>opsdeck::dvr::WallPane</name>
    <message>
        <source>There is nothing to replay yet: the picture has only just come</source>
        <translation>还没有可回放的内容：画面刚刚到达</translation>
    </message>
    <message>
        <source>Save replay</source>
        <translation>保存回放</translation>
    </message>
    <message>
        <source>Clips (*.mp4 *.mkv)</source>
        <translation>视频片段 (*.mp4 *.mkv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Replay saved</source>
        <translation>回放已保存</translation>
    </message>
    <message>
        <source>The replay could not be saved: %1</source>
        <translation>未能保存回放：%1</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1（已更改）</translation>
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
    <name>opsdeck::dvr::WallWindow</name>
    <message>
        <source>Second wall – Opsdeck</source>
        <translation>第二视频墙 – Opsdeck</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::AcknowledgeDialog</name>
    <message>
        <source>Acknowledge all shown</source>
        <translation>确认全部显示的事件</translation>
    </message>
    <message>
        <source>Acknowledge all events in the list? Not acknowledged are: %1</source>
        <translation>确认列表中的所有事件？尚未确认的有：%1</translation>
    </message>
    <message>
        <source>It cannot be undone.</source>
        <translation>此操作无法撤消。</translation>
    </message>
    <message>
        <source>They are acknowledged in the name of %1. It cannot be undone.</source>
        <translation>将以 %1 的名义确认。此操作无法撤消。</translation>
    </message>
    <message>
        <source>Older events that are not in the list yet stay as they are.</source>
        <translation>尚未载入列表的较早事件保持不变。</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>全部确认</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::CsvExport</name>
    <message>
        <source>Export events</source>
        <translation>导出事件</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 events were exported to %2</source>
        <translation>已将 %1 个事件导出到 %2</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written</source>
        <translation>导出已取消，未写入文件</translation>
    </message>
    <message>
        <source>The events could not be exported: %1</source>
        <translation>事件无法导出：%1</translation>
    </message>
    <message>
        <source>1 event was exported to %1</source>
        <translation>已将 1 个事件导出到 %1</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventDetails</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Select an event to see everything about it.</source>
        <translation>选择一个事件以查看其全部信息。</translation>
    </message>
    <message>
        <source>Details of the event</source>
        <translation>事件详情</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Copy everything about this event</source>
        <translation>复制此事件的全部信息</translation>
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
        <translation>无</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Device ID</source>
        <translation>设备标识</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>确认者</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间 (UTC)</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Acknowledged (UTC)</source>
        <translation>确认时间 (UTC)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventFilterBar</name>
    <message>
        <source>All systems</source>
        <translation>所有系统</translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>所有设备</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>所有时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>从 – 到</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <source>Attention and alarms</source>
        <translation>注意和报警</translation>
    </message>
    <message>
        <source>Alarms only</source>
        <translation>仅报警</translation>
    </message>
    <message>
        <source>Words of device or details</source>
        <translation>设备或详情中的词</translation>
    </message>
    <message>
        <source>Search events</source>
        <translation>搜索事件</translation>
    </message>
    <message>
        <source>Each word must be the beginning of a word of the event</source>
        <translation>每个词须为事件中某个词的开头</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
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
        <translation>时间</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>Only events that nobody has acknowledged</source>
        <translation>仅显示尚无人确认的事件</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>显示所有事件</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventList</name>
    <message>
        <source>The events could not be acknowledged: %1</source>
        <translation>事件无法确认：%1</translation>
    </message>
    <message>
        <source>The events cannot be read</source>
        <translation>无法读取事件</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The events cannot be read: %1</source>
        <translation>无法读取事件：%1</translation>
    </message>
    <message>
        <source>What happens at the devices and in the program will stand here, the newest first.</source>
        <translation>设备和程序中发生的事情会显示在这里，最新的在最前。</translation>
    </message>
    <message>
        <source>No event fits</source>
        <translation>没有符合的事件</translation>
    </message>
    <message>
        <source>There are events that the filter leaves out.</source>
        <translation>有事件被筛选条件排除。</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>显示所有事件</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>尚无事件</translation>
    </message>
    <message>
        <source>Far back in the list; new events since: %1</source>
        <translation>位于列表较早处；其后有新事件：%1</translation>
    </message>
    <message>
        <source>Far back in the list; the newest events are not shown</source>
        <translation>位于列表较早处；未显示最新事件</translation>
    </message>
    <message>
        <source>Back to the newest</source>
        <translation>回到最新</translation>
    </message>
    <message>
        <source>Searching further back…</source>
        <translation>正在向前搜索…</translation>
    </message>
    <message>
        <source>Searching further back… %1 reached</source>
        <translation>正在向前搜索… 已到 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The search was stopped</source>
        <translation>搜索已停止</translation>
    </message>
    <message>
        <source>The search was stopped at %1</source>
        <translation>搜索已停在 %1</translation>
    </message>
    <message>
        <source>Search further back</source>
        <translation>继续向前搜索</translation>
    </message>
    <message>
        <source>Older events cannot be read: %1</source>
        <translation>无法读取更早的事件：%1</translation>
    </message>
    <message>
        <source>Reading events…</source>
        <translation>正在读取事件…</translation>
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
        <translation>事件保留时间</translation>
    </message>
    <message>
        <source>Older ones are deleted; 0 keeps all of them</source>
        <translation>更早的事件将被删除；0 表示全部保留</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Operator&apos;s name</source>
        <translation>操作员姓名</translation>
    </message>
    <message>
        <source>Who acknowledges and acts, in events</source>
        <translation>事件中记录的确认者和操作者</translation>
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
        <translation>尚无人确认</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventsPage</name>
    <message>
        <source>Select an event first</source>
        <translation>请先选择事件</translation>
    </message>
    <message>
        <source>It is acknowledged already</source>
        <translation>已经确认</translation>
    </message>
    <message>
        <source>All events in the list are acknowledged</source>
        <translation>列表中的事件均已确认</translation>
    </message>
    <message>
        <source>Acknowledge the selected events (Space)</source>
        <translation>确认所选事件（空格键）</translation>
    </message>
    <message>
        <source>Acknowledge all events in the list</source>
        <translation>确认列表中的所有事件</translation>
    </message>
    <message>
        <source>open alarms</source>
        <translation>未确认报警</translation>
    </message>
    <message>
        <source>open for attention</source>
        <translation>未确认注意事项</translation>
    </message>
    <message>
        <source>Cancel export (%1)</source>
        <translation>取消导出（%1）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>End the export; no file is written</source>
        <translation>结束导出，不写入文件</translation>
    </message>
    <message>
        <source>Save all events that fit the filter as CSV</source>
        <translation>将符合筛选条件的所有事件保存为 CSV</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Acknowledge all shown…</source>
        <translation>确认全部显示的…</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventsPanel</name>
    <message>
        <source>Nothing waits to be acknowledged</source>
        <translation>没有待确认的事件</translation>
    </message>
    <message>
        <source>Not acknowledged: %1 alarms, %2 for attention</source>
        <translation>未确认：报警 %1，注意 %2</translation>
    </message>
    <message>
        <source>Acknowledge the selected events (Space)</source>
        <translation>确认所选事件（空格键）</translation>
    </message>
    <message>
        <source>It is acknowledged already</source>
        <translation>已经确认</translation>
    </message>
    <message>
        <source>Select an event first</source>
        <translation>请先选择事件</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>所有事件</translation>
    </message>
    <message>
        <source>Search and filter all events</source>
        <translation>搜索和筛选所有事件</translation>
    </message>
    <message>
        <source>Not acknowledged: %1 alarm, %2 for attention</source>
        <translation>未确认：报警 %1，注意 %2</translation>
    </message>
</context>
<context>
    <name>opsdeck::events::EventsUi</name>
    <message>
        <source>1 open alarm</source>
        <translation>1 个未确认报警</translation>
    </message>
    <message>
        <source>%1 open alarms</source>
        <translation>%1 个未确认报警</translation>
    </message>
    <message>
        <source>Acknowledge all events shown…</source>
        <translation>确认全部显示的事件…</translation>
    </message>
    <message>
        <source>Go to the page of events first</source>
        <translation>请先转到事件页面</translation>
    </message>
    <message>
        <source>Export events…</source>
        <translation>导出事件…</translation>
    </message>
    <message>
        <source>An export is running</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Acknowledge the selected events</source>
        <translation>确认所选事件</translation>
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
        <translation>Opsdeck %1 已启动</translation>
    </message>
    <message>
        <source>Opsdeck was ended</source>
        <translation>Opsdeck 已结束</translation>
    </message>
    <message>
        <source>The site “%1” was opened</source>
        <translation>已打开站点“%1”</translation>
    </message>
    <message>
        <source>The database was damaged and set aside as %1; a new one was begun</source>
        <translation>数据库已损坏并另存为 %1；已新建一个</translation>
    </message>
    <message>
        <source>The database can be written again</source>
        <translation>数据库可以重新写入</translation>
    </message>
    <message>
        <source>Changes of settings are not kept: another Opsdeck is open</source>
        <translation>设置的更改不会被保存：另一个 Opsdeck 正在运行</translation>
    </message>
    <message>
        <source>Changes of settings are not kept: the disk is full</source>
        <translation>设置的更改不会被保存：磁盘已满</translation>
    </message>
    <message>
        <source>Changes of settings are not kept: the settings are of a later version</source>
        <translation>设置的更改不会被保存：设置来自更高版本</translation>
    </message>
    <message>
        <source>Changes of settings are not kept: the file cannot be written</source>
        <translation>设置的更改不会被保存：文件无法写入</translation>
    </message>
    <message>
        <source>%1 events were deleted: they were older than the settings keep</source>
        <translation>已删除 %1 个事件：超过设置的保留时间</translation>
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
        <source>information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>%1 event was deleted: it was older than the settings keep</source>
        <translation>已删除 %1 个事件：超过设置的保留时间</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Old events deleted</source>
        <translation>已删除旧事件</translation>
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
        <translation>界面库</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Passwords, without a keychain</source>
        <translation>密码（没有钥匙串时）</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>About Opsdeck</source>
        <translation>关于 Opsdeck</translation>
    </message>
    <message>
        <source>Watches and works the recorders, cabinets, kiosks, parking lots and doors of a site.</source>
        <translation>监看并操作一个站点的录像机、充电柜、自助终端、停车场和门禁。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>自由软件，依照 GNU 通用公共许可证第 3 版或更新版本发布，不提供任何担保。</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Puts the lines above on the clipboard, for a report</source>
        <translation>把以上各行复制到剪贴板，便于报告问题</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::DatabaseNotices</name>
    <message>
        <source>The disk is full: events and moves of power banks are not kept</source>
        <translation>磁盘已满：事件和充电宝的流转不会被保存</translation>
    </message>
    <message>
        <source>The database may not be written: events and moves of power banks are not kept</source>
        <translation>数据库不可写入：事件和充电宝的流转不会被保存</translation>
    </message>
    <message>
        <source>Another program holds the database: events and moves of power banks are not kept</source>
        <translation>数据库被另一程序占用：事件和充电宝的流转不会被保存</translation>
    </message>
    <message>
        <source>The database is from a later version of Opsdeck: events and moves of power banks are not kept</source>
        <translation>数据库来自更高版本的 Opsdeck：事件和充电宝的流转不会被保存</translation>
    </message>
    <message>
        <source>The database cannot be used: events and moves of power banks are not kept</source>
        <translation>数据库无法使用：事件和充电宝的流转不会被保存</translation>
    </message>
    <message>
        <source>It is %1</source>
        <translation>文件为 %1</translation>
    </message>
    <message>
        <source>The database was damaged; a new one was begun</source>
        <translation>数据库已损坏，已新建一个</translation>
    </message>
    <message>
        <source>The damaged one was kept as %1</source>
        <translation>损坏的数据库保留为 %1</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::DeviceActions</name>
    <message>
        <source>No site is open</source>
        <translation>没有打开的站点</translation>
    </message>
    <message>
        <source>Select a device in the site tree first</source>
        <translation>请先在站点树中选择一台设备</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Add a device…</source>
        <translation>添加设备…</translation>
    </message>
    <message>
        <source>Edit the selected device or group…</source>
        <translation>编辑所选设备或分组…</translation>
    </message>
    <message>
        <source>Duplicate the selected device…</source>
        <translation>复制所选设备…</translation>
    </message>
    <message>
        <source>Remove the selected devices…</source>
        <translation>移除所选设备…</translation>
    </message>
    <message>
        <source>Move the selected devices up</source>
        <translation>上移所选设备</translation>
    </message>
    <message>
        <source>Move the selected devices down</source>
        <translation>下移所选设备</translation>
    </message>
    <message>
        <source>Move the selected devices to a new group…</source>
        <translation>将所选设备移到新分组…</translation>
    </message>
    <message>
        <source>Undo removing devices</source>
        <translation>撤销移除设备</translation>
    </message>
    <message>
        <source>Nothing was removed lately</source>
        <translation>最近没有移除任何设备</translation>
    </message>
    <message>
        <source>Import devices…</source>
        <translation>导入设备…</translation>
    </message>
    <message>
        <source>Export the site…</source>
        <translation>导出站点…</translation>
    </message>
    <message>
        <source>Try saving the site again</source>
        <translation>重新尝试保存站点</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>所有更改都已保存</translation>
    </message>
    <message>
        <source>Rename the group…</source>
        <translation>重命名分组…</translation>
    </message>
    <message>
        <source>Edit the device…</source>
        <translation>编辑设备…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>复制…</translation>
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
        <translation>移到分组</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>无分组</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>新建分组…</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::DeviceDesk</name>
    <message>
        <source>The password could not be kept: %1</source>
        <translation>无法保存密码：%1</translation>
    </message>
    <message>
        <source>The password could not be kept</source>
        <translation>无法保存密码</translation>
    </message>
    <message>
        <source>The password of “%1” could not be put into the keychain: %2.</source>
        <translation>无法将“%1”的密码存入钥匙串：%2。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Change something, or leave it</source>
        <translation>修改设置，或者放弃</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Perhaps the keychain is unlocked by now</source>
        <translation>钥匙串现在可能已解锁</translation>
    </message>
    <message>
        <source>Use it for this run only</source>
        <translation>仅在本次运行中使用</translation>
    </message>
    <message>
        <source>The device is saved; its password is forgotten when the program is closed</source>
        <translation>设备会保存；程序关闭后其密码将被忘记</translation>
    </message>
    <message>
        <source>The password of “%1” is only known until the program is closed</source>
        <translation>“%1”的密码只保留到程序关闭为止</translation>
    </message>
    <message>
        <source>Remove from the site</source>
        <translation>从站点移除</translation>
    </message>
    <message>
        <source>Remove “%1” from the site?</source>
        <translation>要从站点移除“%1”吗？</translation>
    </message>
    <message>
        <source>Remove %1 devices from the site?</source>
        <translation>要从站点移除 %1 台设备吗？</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… 以及另外 %1 台</translation>
    </message>
    <message>
        <source>Tiles on the wall become free. Recordings on the device itself stay.</source>
        <translation>电视墙上的画面将空出。设备上的录像保留不变。</translation>
    </message>
    <message>
        <source>The password leaves the keychain when the removal can no longer be undone.</source>
        <translation>移除无法再撤销时，密码会从钥匙串中删除。</translation>
    </message>
    <message>
        <source>Delete the password at once</source>
        <translation>立即删除密码</translation>
    </message>
    <message>
        <source>An undo brings the device back without its password</source>
        <translation>撤销后设备恢复，但没有密码</translation>
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
        <translation>在一段时间内可以撤销</translation>
    </message>
    <message>
        <source>“%1” was removed</source>
        <translation>已移除“%1”</translation>
    </message>
    <message>
        <source>%1 devices were removed</source>
        <translation>已移除 %1 台设备</translation>
    </message>
    <message>
        <source>It can be undone for %1 minutes.</source>
        <translation>%1 分钟内可以撤销。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建分组</translation>
    </message>
    <message>
        <source>Rename group</source>
        <translation>重命名分组</translation>
    </message>
    <message>
        <source>Name of the new group</source>
        <translation>新分组的名称</translation>
    </message>
    <message>
        <source>New name of the group “%1”</source>
        <translation>分组“%1”的新名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>不作更改</translation>
    </message>
    <message>
        <source>Make group</source>
        <translation>新建分组</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Use this name</source>
        <translation>使用此名称</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::DeviceDialog</name>
    <message>
        <source>e.g. North gate</source>
        <translation>例如：北门</translation>
    </message>
    <message>
        <source>Fill in the fields first, then the connection can be tested.</source>
        <translation>请先填写各项，然后才能测试连接。</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>添加设备</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>编辑“%1”</translation>
    </message>
    <message>
        <source>Duplicate as “%1”</source>
        <translation>复制为“%1”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What the device is called on the screen; empty: its address</source>
        <translation>设备在屏幕上的名称；留空则使用其地址</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Devices of one group stand together in the site tree; choose one or write a new one</source>
        <translation>同组设备在站点树中排在一起；可选择已有分组或输入新名称</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What the device is</source>
        <translation>设备的类型</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存并关闭</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add device</source>
        <translation>添加设备</translation>
    </message>
    <message>
        <source>The password is being kept</source>
        <translation>正在保存密码</translation>
    </message>
    <message>
        <source>Keep it in the site</source>
        <translation>保存到站点</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::DeviceTestView</name>
    <message>
        <source>Read the password from the keychain</source>
        <translation>从钥匙串读取密码</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>First picture of the device</source>
        <translation>设备的第一幅画面</translation>
    </message>
    <message>
        <source>What the device shows now</source>
        <translation>设备当前的画面</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>It does not work yet. It can be saved all the same.</source>
        <translation>尚未连通，但仍可保存。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Stop testing</source>
        <translation>停止测试</translation>
    </message>
    <message>
        <source>Connect with these settings, without saving them</source>
        <translation>用这些设置连接，但不保存</translation>
    </message>
    <message>
        <source>Tries step by step what is needed, and says what failed and why.</source>
        <translation>逐步测试所需的各项，并说明哪一步失败及原因。</translation>
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
        <translation>请先退出全屏</translation>
    </message>
    <message>
        <source>There is no site yet</source>
        <translation>还没有站点</translation>
    </message>
    <message>
        <source>It belongs to another page</source>
        <translation>它属于另一个页面</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::DockTitleBar</name>
    <message>
        <source>Put back into the window: %1</source>
        <translation>放回窗口：%1</translation>
    </message>
    <message>
        <source>Take out of the window: %1</source>
        <translation>移出窗口：%1</translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation>关闭：%1</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::Look</name>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::MainMenu</name>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
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
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Go to page: %1</source>
        <translation>转到页面：%1</translation>
    </message>
    <message>
        <source>There is no site yet</source>
        <translation>还没有站点</translation>
    </message>
    <message>
        <source>Add the recorders to watch.</source>
        <translation>添加要监看的录像机。</translation>
    </message>
    <message>
        <source>Add the recorders to watch. They are kept in this file:</source>
        <translation>添加要监看的录像机。它们保存在这个文件中：</translation>
    </message>
    <message>
        <source>Add a device…</source>
        <translation>添加设备…</translation>
    </message>
    <message>
        <source>Simulated recorders and charging cabinets are starting on this computer.</source>
        <translation>正在本机启动模拟录像机和充电宝机柜。</translation>
    </message>
    <message>
        <source>Page in a window of its own</source>
        <translation>页面单独开窗</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>单独开窗</translation>
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
        <translation>收起此通知；它仍留在列表中</translation>
    </message>
    <message>
        <source>1 notice</source>
        <translation>1 条通知</translation>
    </message>
    <message>
        <source>%1 notices</source>
        <translation>%1 条通知</translation>
    </message>
    <message>
        <source>Show all notices</source>
        <translation>显示全部通知</translation>
    </message>
    <message>
        <source>Show all notices (%1)</source>
        <translation>显示全部通知（%1）</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::NoticeList</name>
    <message>
        <source>This is over.</source>
        <translation>此事已经过去。</translation>
    </message>
    <message>
        <source>Forget all notices in this list</source>
        <translation>清除此列表中的全部通知</translation>
    </message>
    <message>
        <source>There are no notices</source>
        <translation>没有通知</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Nothing has been reported since the start. What you should know will stand here.</source>
        <translation>启动以来没有任何通知。您需要知道的事会列在这里。</translation>
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
        <translation>已过去</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::PageWindows</name>
    <message>
        <source>%1: in a window of its own</source>
        <translation>%1：已在单独的窗口中</translation>
    </message>
    <message>
        <source>It may stand on another monitor. Closing that window puts the page back here.</source>
        <translation>它可以放在另一台显示器上。关闭该窗口后，页面会回到这里。</translation>
    </message>
    <message>
        <source>Show its window</source>
        <translation>显示该窗口</translation>
    </message>
    <message>
        <source>Put it back here</source>
        <translation>放回这里</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::PaletteField</name>
    <message>
        <source>Find a device, channel or action</source>
        <translation>查找设备、通道或操作</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::PalettePanel</name>
    <message>
        <source>Nothing is called that</source>
        <translation>没有找到这样的名称</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter runs, Esc closes</source>
        <translation>上下键选择，Enter 执行，Esc 关闭</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Find a device, channel or action</source>
        <translation>查找设备、通道或操作</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
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
        <translation>这就是默认值</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation>恢复默认值：%1</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder: %1</source>
        <translation>选择文件夹：%1</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::SettingsDialog</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>No setting has “%1”</source>
        <translation>没有设置含有“%1”</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Shows the settings of all pages that have these words</source>
        <translation>显示所有页面中含有这些词的设置</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>设置页面</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc); changes are kept already</source>
        <translation>关闭（Esc）；更改已经保存</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::SettingsNotices</name>
    <message>
        <source>Another Opsdeck is open: changes of settings and views made here are not kept</source>
        <translation>另一个 Opsdeck 已打开：在这里对设置和视图的更改不会保存</translation>
    </message>
    <message>
        <source>The disk is full: changes of settings and views are not kept</source>
        <translation>磁盘已满：对设置和视图的更改不会保存</translation>
    </message>
    <message>
        <source>The settings are from a later version of Opsdeck: changes made here are not kept</source>
        <translation>设置来自更新版本的 Opsdeck：在这里的更改不会保存</translation>
    </message>
    <message>
        <source>The settings cannot be written: changes of settings and views are not kept</source>
        <translation>无法写入设置：对设置和视图的更改不会保存</translation>
    </message>
    <message>
        <source>The settings were damaged; Opsdeck starts with the defaults</source>
        <translation>设置文件已损坏；Opsdeck 以默认值启动</translation>
    </message>
    <message>
        <source>The damaged file was kept as %1</source>
        <translation>损坏的文件已保留为 %1</translation>
    </message>
    <message>
        <source>They are in %1</source>
        <translation>设置位于 %1</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::ShellActions</name>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>打开菜单</translation>
    </message>
    <message>
        <source>Put all panels back where they were at first</source>
        <translation>把所有面板恢复到最初的位置</translation>
    </message>
    <message>
        <source>Open a site file…</source>
        <translation>打开站点文件…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>About Opsdeck</source>
        <translation>关于 Opsdeck</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Shortcuts keys</source>
        <translation>快捷键 按键</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::ShortcutCapture</name>
    <message>
        <source>Press the new keys</source>
        <translation>请按下新的按键</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>Change the shortcut</source>
        <translation>更改快捷键</translation>
    </message>
    <message>
        <source>Press to change it; then press the new keys, or Esc to leave it</source>
        <translation>按此更改；然后按下新的按键，或按 Esc 保持不变</translation>
    </message>
    <message>
        <source>Select an action first</source>
        <translation>请先选择一个操作</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::ShortcutEditor</name>
    <message>
        <source>Press the new keys for “%1”, or Esc to leave it as it is.</source>
        <translation>请为“%1”按下新的按键，或按 Esc 保持不变。</translation>
    </message>
    <message>
        <source>Take the key away from this action</source>
        <translation>取消此操作的按键</translation>
    </message>
    <message>
        <source>This action has no key</source>
        <translation>此操作没有按键</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>This action has the key it came with</source>
        <translation>此操作用的是默认按键</translation>
    </message>
    <message>
        <source>Every action gets the key it came with</source>
        <translation>所有操作恢复默认按键</translation>
    </message>
    <message>
        <source>Every action has the key it came with</source>
        <translation>所有操作用的都是默认按键</translation>
    </message>
    <message>
        <source>“%1” has no key now.</source>
        <translation>“%1”现在没有按键。</translation>
    </message>
    <message>
        <source>“%1” is now %2.</source>
        <translation>“%1”现在是 %2。</translation>
    </message>
    <message>
        <source>%1 cannot be used: Esc, Tab, Enter and the arrows move about in the window.</source>
        <translation>不能使用 %1：Esc、Tab、Enter 和方向键用于在窗口中移动。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1 belongs to %2.</source>
        <translation>%1 已用于%2。</translation>
    </message>
    <message>
        <source>“%1” is now %2, and “%3” has no key.</source>
        <translation>“%1”现在是 %2，“%3”没有按键。</translation>
    </message>
    <message>
        <source>“%1” is now %2, and “%3” is %4.</source>
        <translation>“%1”现在是 %2，“%3”是 %4。</translation>
    </message>
    <message>
        <source>Every action has the key it came with.</source>
        <translation>所有操作用的都是默认按键。</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Reset the key of this action</source>
        <translation>恢复此操作的默认按键</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Reset the keys of all actions</source>
        <translation>恢复所有操作的默认按键</translation>
    </message>
    <message>
        <source>Swap the keys</source>
        <translation>互换按键</translation>
    </message>
    <message>
        <source>Swap the keys of the two actions</source>
        <translation>互换这两个操作的按键</translation>
    </message>
    <message>
        <source>The other action gets the key that this one has now</source>
        <translation>另一个操作得到此操作现在的按键</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>移除按键</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::ShortcutModel</name>
    <message>
        <source>Has no key by default</source>
        <translation>默认没有按键</translation>
    </message>
    <message>
        <source>By default: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1，已更改</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>No key does that</source>
        <translation>没有这样的按键</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改按键…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::SiteExchange</name>
    <message>
        <source>Import devices from a site file</source>
        <translation>从站点文件导入设备</translation>
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
        <source>The file could not be read; nothing was imported</source>
        <translation>无法读取文件；没有导入任何内容</translation>
    </message>
    <message>
        <source>Devices imported: %1</source>
        <translation>已导入设备：%1</translation>
    </message>
    <message>
        <source>Export the site</source>
        <translation>导出站点</translation>
    </message>
    <message>
        <source>The site was exported, without passwords</source>
        <translation>站点已导出，不含密码</translation>
    </message>
    <message>
        <source>The site could not be exported</source>
        <translation>无法导出站点</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::SiteImportDialog</name>
    <message>
        <source>new: will be added</source>
        <translation>新设备：将被添加</translation>
    </message>
    <message>
        <source>already here, the same</source>
        <translation>已存在，相同</translation>
    </message>
    <message>
        <source>replaces yours; differs in: %1</source>
        <translation>替换您的设备；不同之处：%1</translation>
    </message>
    <message>
        <source>added beside yours; differs in: %1</source>
        <translation>与您的设备并存；不同之处：%1</translation>
    </message>
    <message>
        <source>its password has to be entered</source>
        <translation>需要重新输入密码</translation>
    </message>
    <message>
        <source>Import (%1)</source>
        <translation>导入 (%1)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Take the ticked devices into the site</source>
        <translation>将勾选的设备加入站点</translation>
    </message>
    <message>
        <source>Tick the devices to import first</source>
        <translation>请先勾选要导入的设备</translation>
    </message>
    <message>
        <source>Import devices</source>
        <translation>导入设备</translation>
    </message>
    <message>
        <source>“%1” has no device that could be imported.</source>
        <translation>“%1”中没有可导入的设备。</translation>
    </message>
    <message>
        <source>“%1”: new: %2 · different: %3 · the same: %4</source>
        <translation>“%1”：新增 %2 · 不同 %3 · 相同 %4</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Devices of the file</source>
        <translation>文件中的设备</translation>
    </message>
    <message>
        <source>Tick the devices to import</source>
        <translation>勾选要导入的设备</translation>
    </message>
    <message>
        <source>Devices that differ from yours</source>
        <translation>与您的设备不同的设备</translation>
    </message>
    <message>
        <source>replace yours</source>
        <translation>替换您的设备</translation>
    </message>
    <message>
        <source>are added beside yours</source>
        <translation>与您的设备并存</translation>
    </message>
    <message>
        <source>What happens with the ticked ones among them</source>
        <translation>其中勾选设备的处理方式</translation>
    </message>
    <message>
        <source>What is wrong in the file; these devices are left out</source>
        <translation>文件中的错误；这些设备不会导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import nothing</source>
        <translation>不导入</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::SiteNotices</name>
    <message>
        <source>The changed site file cannot be used; the devices stay as they were</source>
        <translation>更改后的站点文件无法使用；设备保持不变</translation>
    </message>
    <message>
        <source>Load it again</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Demonstration: changes are not kept</source>
        <translation>演示：更改不会保存</translation>
    </message>
    <message>
        <source>They last until the program is closed, and no password goes to the keychain.</source>
        <translation>更改保留到程序关闭为止，密码不会存入钥匙串。</translation>
    </message>
    <message>
        <source>The site could not be saved: the changes hold, but only until the program is closed</source>
        <translation>站点无法保存：更改有效，但只保留到程序关闭为止</translation>
    </message>
    <message>
        <source>Try saving again</source>
        <translation>重新尝试保存</translation>
    </message>
    <message>
        <source>Another program removed the site file</source>
        <translation>另一个程序删除了站点文件</translation>
    </message>
    <message>
        <source>Another program changed the site file</source>
        <translation>另一个程序更改了站点文件</translation>
    </message>
    <message>
        <source>The devices stay as they were read.</source>
        <translation>设备保持读取时的状态。</translation>
    </message>
    <message>
        <source>The devices shown are still the ones that were read before.</source>
        <translation>显示的仍是之前读取的设备。</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>重新保存</translation>
    </message>
    <message>
        <source>The site file was changed by another program</source>
        <translation>站点文件已被另一个程序更改</translation>
    </message>
    <message>
        <source>Another program changed or removed “%1” after it was read here. What you changed since then is not saved yet.</source>
        <translation>“%1”在此处读取后被另一个程序更改或删除。您此后所作的更改尚未保存。</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍后决定</translation>
    </message>
    <message>
        <source>Keep the changes in memory; nothing is written</source>
        <translation>更改保留在内存中；不写入任何内容</translation>
    </message>
    <message>
        <source>Load the file again</source>
        <translation>重新载入文件</translation>
    </message>
    <message>
        <source>Take what the other program wrote; your changes are lost</source>
        <translation>采用另一个程序写入的内容；您的更改将丢失</translation>
    </message>
    <message>
        <source>Save mine as…</source>
        <translation>我的另存为…</translation>
    </message>
    <message>
        <source>Keep both: yours goes to another file</source>
        <translation>两者都保留：您的内容写入另一个文件</translation>
    </message>
    <message>
        <source>Keep mine and overwrite</source>
        <translation>保留我的并覆盖</translation>
    </message>
    <message>
        <source>What the other program wrote is lost</source>
        <translation>另一个程序写入的内容将丢失</translation>
    </message>
    <message>
        <source>The site is not saved: another program changed its file</source>
        <translation>站点未保存：另一个程序更改了其文件</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>决定…</translation>
    </message>
    <message>
        <source>Save the site as</source>
        <translation>站点另存为</translation>
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
        <source>The site is not saved</source>
        <translation>站点尚未保存</translation>
    </message>
    <message>
        <source>What you changed in “%1” is not in the file, and would be lost.</source>
        <translation>您在“%1”中所做的更改尚未写入文件，将会丢失。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Keep the changes in another file</source>
        <translation>将更改保存到另一个文件</translation>
    </message>
    <message>
        <source>Lose the changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>What the file holds stays as it is</source>
        <translation>文件内容保持不变</translation>
    </message>
    <message>
        <source>“%1” cannot be used; the site stays as it was</source>
        <translation>“%1”无法使用；站点保持原样</translation>
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
        <source>The installation: %1</source>
        <translation>站点：%1</translation>
    </message>
</context>
<context>
    <name>opsdeck::shell::TopBar</name>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Settings, panels, theme, language and more</source>
        <translation>设置、面板、主题、语言等</translation>
    </message>
    <message>
        <source>Full screen, and back</source>
        <translation>全屏及还原</translation>
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
        <translation>窗口</translation>
    </message>
    <message>
        <source>Find a device, channel or action</source>
        <translation>查找设备、通道或操作</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>显示全部按键</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改按键…</translation>
    </message>
    <message>
        <source>Go to the next part of the window</source>
        <translation>转到窗口的下一部分</translation>
    </message>
    <message>
        <source>Go to the previous part of the window</source>
        <translation>转到窗口的上一部分</translation>
    </message>
    <message>
        <source>Go to the newest notice</source>
        <translation>转到最新通知</translation>
    </message>
    <message>
        <source>Next and previous control</source>
        <translation>下一个和上一个控件</translation>
    </message>
    <message>
        <source>Press the control</source>
        <translation>按下控件</translation>
    </message>
    <message>
        <source>Leave full screen, a dialog, the palette</source>
        <translation>退出全屏、对话框、命令面板</translation>
    </message>
    <message>
        <source>Site tree</source>
        <translation>站点树</translation>
    </message>
    <message>
        <source>Put the channel on the selected tile</source>
        <translation>将通道放到选中的格子</translation>
    </message>
    <message>
        <source>Open and close a device</source>
        <translation>展开和收起设备</translation>
    </message>
    <message>
        <source>What can be done with the row</source>
        <translation>此行可以做什么</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
</TS>
