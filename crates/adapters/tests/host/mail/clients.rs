//! Real clients, as small as may be: SMTP in, IMAP out, and a mail server elsewhere that keeps what it gets.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    process,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU8, Ordering},
    },
    thread,
    time::Duration,
};

use data_encoding::BASE64;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

fn connect(port: u16) -> BufReader<TcpStream> {
    let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    BufReader::new(stream)
}

fn line(from: &mut BufReader<TcpStream>) -> String {
    let mut line = String::new();
    from.read_line(&mut line).unwrap();
    line.trim_end().to_owned()
}

/// A session of SMTP.
pub(super) struct Smtp(BufReader<TcpStream>);

impl Smtp {
    /// A session that has said hello.
    pub(super) fn start(port: u16) -> Self {
        let mut session = Self(connect(port));
        assert!(session.answer().starts_with("220"));
        assert!(session.say("EHLO client.test").starts_with("250"));
        session
    }

    /// A session that has logged in; the error is what was answered.
    pub(super) fn login(port: u16, user: &str, password: &str) -> Result<Self, String> {
        let mut session = Self::start(port);
        let secret = BASE64.encode(format!("\0{user}\0{password}").as_bytes());
        let answer = session.say(&format!("AUTH PLAIN {secret}"));
        if answer.starts_with("235") { Ok(session) } else { Err(answer) }
    }

    /// Says a line, and gives the last line of the answer.
    pub(super) fn say(&mut self, text: &str) -> String {
        self.0.get_mut().write_all(format!("{text}\r\n").as_bytes()).unwrap();
        self.answer()
    }

    fn answer(&mut self) -> String {
        loop {
            let line = line(&mut self.0);
            if line.as_bytes().get(3) != Some(&b'-') {
                return line;
            }
        }
    }

    /// Sends a message; gives the answer that ended it.
    pub(super) fn send(&mut self, from: &str, to: &str, text: &str) -> String {
        let size = text.len();
        let steps = [
            format!("MAIL FROM:<{from}> SIZE={size}"),
            format!("RCPT TO:<{to}>"),
            "DATA".to_owned(),
        ];
        for step in steps {
            let answer = self.say(&step);
            if !answer.starts_with(['2', '3']) {
                self.say("RSET");
                return answer;
            }
        }
        self.say(&format!("{}\r\n.", text.replace('\n', "\r\n")))
    }
}

/// A session of IMAP.
pub(super) struct Imap(BufReader<TcpStream>);

impl Imap {
    /// A session that has logged in; the error is what was answered.
    pub(super) fn login(port: u16, user: &str, password: &str) -> Result<Self, String> {
        let mut session = Self(connect(port));
        line(&mut session.0);
        let answer = session.say(&format!("LOGIN \"{user}\" \"{password}\""));
        if answer.1.starts_with("a OK") { Ok(session) } else { Err(answer.1) }
    }

    /// Says a command; gives all that came before the last line of the answer, and that.
    pub(super) fn say(&mut self, command: &str) -> (String, String) {
        self.0.get_mut().write_all(format!("a {command}\r\n").as_bytes()).unwrap();
        let mut before = String::new();
        loop {
            let mut bytes = Vec::new();
            if self.0.read_until(b'\n', &mut bytes).unwrap() == 0 {
                return (before, "the session ended".to_owned());
            }
            let text = String::from_utf8_lossy(&bytes).into_owned();
            if text.starts_with("a ") {
                return (before, text.trim_end().to_owned());
            }
            before.push_str(&text);
        }
    }

    /// All messages of a folder, one after the other; none where there is no such folder.
    pub(super) fn messages(&mut self, folder: &str) -> Option<String> {
        let (_, selected) = self.say(&format!("EXAMINE \"{folder}\""));
        if !selected.starts_with("a OK") {
            return None;
        }
        Some(self.say("FETCH 1:* BODY.PEEK[]").0)
    }

    /// Whether the server ended the session.
    pub(super) fn is_over(&mut self) -> bool {
        let mut rest = Vec::new();
        self.0.get_mut().write_all(b"a NOOP\r\n").is_err()
            || self.0.read_until(b'\n', &mut rest).is_ok_and(|read| read == 0)
            || rest.starts_with(b"* BYE")
    }
}

/// A mail server elsewhere.
pub(super) struct Elsewhere {
    /// Its address; it listens on port 25.
    pub(super) address: Ipv4Addr,
    got: Arc<Mutex<String>>,
}

impl Elsewhere {
    /// A server on an address of loopback that no other test has.
    pub(super) fn start() -> Self {
        static NEXT: AtomicU8 = AtomicU8::new(1);
        let [high, low] = u16::try_from(process::id() % 60_000).unwrap().to_be_bytes();
        let last = NEXT.fetch_add(1, Ordering::Relaxed);
        let address = Ipv4Addr::new(127, high.max(1), low, last);
        let listener = TcpListener::bind((address, 25)).unwrap();
        let got = Arc::new(Mutex::new(String::new()));
        let kept = Arc::clone(&got);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // Whoever hangs up early has sent nothing.
                drop(take(stream, &kept));
            }
        });
        Self { address, got }
    }

    /// What it got, envelopes too.
    pub(super) fn got(&self) -> String {
        self.got.lock().unwrap().clone()
    }
}

fn take(stream: TcpStream, kept: &Mutex<String>) -> std::io::Result<()> {
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    writer.write_all(b"220 elsewhere\r\n")?;
    let (mut message, mut is_text) = (String::new(), false);
    loop {
        let mut bytes = Vec::new();
        if reader.by_ref().take(1 << 16).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(());
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let answer = match text.trim_end() {
            "." if is_text => {
                is_text = false;
                kept.lock().unwrap().push_str(&std::mem::take(&mut message));
                "250 taken"
            }
            _ if is_text => {
                message.push_str(&text);
                continue;
            }
            "DATA" => {
                is_text = true;
                "354 go on"
            }
            "QUIT" => return writer.write_all(b"221 bye\r\n"),
            command => {
                if command.starts_with("MAIL") || command.starts_with("RCPT") {
                    message.extend([command, "\n"]);
                }
                "250 well"
            }
        };
        writer.write_all(format!("{answer}\r\n").as_bytes())?;
    }
}
