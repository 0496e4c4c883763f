// The reader of network traces: the harness's own sockets pass, everything else on an internet socket is named.
import { describe, expect, test } from 'vitest'
import { packetsOnWire } from '../e2e/support/network-space.ts'
import { readTrace } from '../e2e/support/network-trace.ts'

const harness = [
  '10 bind(33<TCP:[11]>, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
  '10 listen(33<TCP:[127.0.0.1:40001]>, 511) = 0',
  '10 sendto(45<TCP:[127.0.0.1:40001->127.0.0.1:50001]>, ""..., 239, MSG_NOSIGNAL, NULL, 0) = 239',
  '10 sendto(45<TCP:[127.0.0.1:40001->127.0.0.1:50001]>, ""..., 239, MSG_NOSIGNAL, NULL, 0 <unfinished ...>',
]

const local = [
  '10 connect(5<UNIX-STREAM:[12]>, {sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X99"}, 110) = 0',
  '10 connect(5<UNIX-STREAM:[13->14,"/run/dbus/system_bus_socket"]>, {sa_family=AF_UNIX, sun_path="/run/dbus/system_bus_socket"}, 110) = 0',
  '10 sendmsg(6<UNIX-STREAM:[1125171->1125170]>, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=""..., iov_len=4}], msg_iovlen=1}, MSG_NOSIGNAL) = 4',
  '10 bind(7<NETLINK:[ROUTE:10]>, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=0x000111}, 12) = 0',
  '10 sendto(7<NETLINK:[ROUTE:10]>, [{nlmsg_len=20}], 20, 0, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 20',
  '10 sendmsg(12<anon_inode:[eventfd]>, {msg_name=NULL, msg_namelen=0, msg_iov=[...], msg_iovlen=1}, MSG_NOSIGNAL <unfinished ...>',
  '10 <... connect resumed>) = 0',
  '10 +++ exited with 0 +++',
]

const telling = [
  [
    'a connection',
    '10 connect(8<TCP:[20]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("203.0.113.7")}, 16) = -1 EINPROGRESS (Operation now in progress)',
  ],
  [
    'a connection on loopback',
    '10 connect(8<TCP:[20]>, {sa_family=AF_INET, sin_port=htons(631), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
  ],
  [
    'a connection cut off by another thread',
    '10 connect(8<TCP:[20]>, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("203.0.113.7")}, 16 <unfinished ...>',
  ],
  [
    'a probe over IPv6',
    '10 connect(8<UDPv6:[21]>, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr), sin6_scope_id=0}, 28) = 0',
  ],
  ['a look-up on a connected socket', '10 sendto(8<UDP:[198.51.100.2:1->192.0.2.53:53]>, ""..., 37, 0, NULL, 0) = 37'],
  [
    'a datagram with an address',
    '10 sendto(8<UDP:[22]>, ""..., 20, 0, {sa_family=AF_INET, sin_port=htons(3478), sin_addr=inet_addr("203.0.113.7")}, 16) = 20',
  ],
  ['several datagrams at once', '10 sendmmsg(8<UDP:[198.51.100.2:1->192.0.2.53:53]>, [...], 2, MSG_NOSIGNAL) = 2'],
  ['a message over IPv6', '10 sendmsg(8<UDPv6:[[2001:db8::2]:1->[2001:db8::1]:2]>, {msg_name=NULL}, 0) = 4'],
  ['a data port', '10 bind(8<UDP:[23]>, {sa_family=AF_INET, sin_port=htons(5353), sin_addr=inet_addr("224.0.0.251")}, 16) = 0'],
  ['a listener for everybody', '10 listen(8<TCP:[0.0.0.0:8080]>, 511) = 0'],
  [
    'a listener on a chosen port',
    '10 bind(8<TCP:[24]>, {sa_family=AF_INET, sin_port=htons(9222), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
  ],
  ['a send on loopback that no listener took in', '10 sendto(8<TCP:[127.0.0.1:50009->127.0.0.1:40009]>, ""..., 1, 0, NULL, 0) = 1'],
  [
    'an address given to what is no socket',
    '10 sendto(8<anon_inode:[eventfd]>, ""..., 20, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.53")}, 16) = 20',
  ],
  ['a send on a socket strace could not name', '10 sendto(8, ""..., 1, 0, NULL, 0) = 1'],
] as const

describe('a network trace', () => {
  test('is silent when it holds only the harness and sockets of the machine itself', () => {
    expect(readTrace([...harness, ...local].join('\n'))).toEqual({ findings: [], listeningPorts: [40_001], callCount: 10 })
  })

  test.each(telling)('names %s', (_what, line) => {
    expect(readTrace([...harness, line].join('\n')).findings).toEqual([line])
  })

  test('does not excuse the harness’s sends when nobody listened', () => {
    expect(readTrace(harness[2] ?? '').findings).toHaveLength(1)
  })
})

describe('the wire', () => {
  test('counts the packets sent, not those received', () => {
    expect(packetsOnWire('Inter-| Receive\n    lo: 9 9 0 0 0 0 0 0 9 9 0 0 0 0 0 0\n   gh0:  5 1 0 0 0 0 0 0 106 2 0 0 0 0 0 0\n')).toBe(2)
  })

  test('that is missing is an error, not silence', () => {
    expect(() => packetsOnWire('    lo: 9 9 0 0 0 0 0 0 9 9 0 0 0 0 0 0\n')).toThrow('no wire')
  })
})
