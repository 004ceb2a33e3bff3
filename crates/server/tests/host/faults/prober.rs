//! Who asks a site and a name again and again, and remembers the longest time without an answer.

use std::{
    io::{Read as _, Write as _},
    net::{Ipv4Addr, TcpStream, UdpSocket},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use crate::machine::Machine;

/// The pause between two questions, and how long an answer is waited for.
const EACH: Duration = Duration::from_millis(20);
const WAIT: Duration = Duration::from_secs(10);

/// What was seen of one thing that is asked.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) answers: usize,
    /// The longest time from one answer to the next.
    pub(super) gap: Duration,
}

/// Asks the site and the name of a domain while something is done; gives what was seen of each.
pub(super) fn while_asked<T>(
    machine: &Machine,
    domain: &str,
    work: impl FnOnce() -> T,
) -> (T, Seen, Seen) {
    let over = AtomicBool::new(false);
    let (web, dns) = (machine.ports.web, machine.ports.dns);
    thread::scope(|scope| {
        let site = scope.spawn(|| ask(&over, || site(web, domain)));
        let name = scope.spawn(|| ask(&over, || name(dns, domain)));
        let done = work();
        over.store(true, Ordering::SeqCst);
        (done, site.join().unwrap(), name.join().unwrap())
    })
}

fn ask(over: &AtomicBool, question: impl Fn() -> Option<()>) -> Seen {
    let mut seen = Seen { answers: 0, gap: Duration::ZERO };
    let mut last = Instant::now();
    while !over.load(Ordering::SeqCst) {
        if question().is_some() {
            seen.gap = seen.gap.max(last.elapsed());
            seen.answers += 1;
            last = Instant::now();
        }
        thread::sleep(EACH);
    }
    seen.gap = seen.gap.max(last.elapsed());
    seen
}

/// Whether the site's page is given.
fn site(port: u16, domain: &str) -> Option<()> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()?;
    stream.set_read_timeout(Some(WAIT)).ok()?;
    write!(stream, "GET / HTTP/1.0\r\nHost: {domain}\r\n\r\n").ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    answer.split("\r\n").next()?.ends_with("200 OK").then_some(())
}

/// Whether the name's address is told.
fn name(port: u16, domain: &str) -> Option<()> {
    let mut question = vec![7, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    for label in domain.split('.') {
        question.push(u8::try_from(label.len()).unwrap());
        question.extend(label.as_bytes());
    }
    question.extend([0, 0, 1, 0, 1]);
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).ok()?;
    socket.set_read_timeout(Some(WAIT)).ok()?;
    socket.send_to(&question, (Ipv4Addr::LOCALHOST, port)).ok()?;
    let mut answer = [0; 512];
    let length = socket.recv(&mut answer).ok()?;
    // No error, and one answer.
    (length > 12 && answer[3] % 16 == 0 && answer[7] == 1).then_some(())
}
