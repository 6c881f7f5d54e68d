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
        <source>Tries the address, the login and the first picture, step by step.</source>
        <translation>逐步测试地址、登录和第一幅画面。</translation>
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
        <source>No key</source>
        <translation>无按键</translation>
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
