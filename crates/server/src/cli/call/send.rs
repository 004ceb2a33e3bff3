//! A request to the server's socket, and its answer.

use std::{
    io::{self, BufRead as _, BufReader, Read as _, Write},
    net::Shutdown,
    os::unix::net::UnixStream,
    path::Path,
};

use super::Problem;
use crate::run::socket::{REFUSED, Request, with_short_path};

/// Sends a request and prints the answer; gives the exit code.
pub(super) fn send(socket: &Path, request: &Request, out: &mut dyn Write) -> Result<u8, Problem> {
    let mut stream = with_short_path(socket, |path| UnixStream::connect(path))
        .map_err(|cause| unreachable(socket, &cause))?;
    let mut line = serde_json::to_vec(request).map_err(io::Error::from)?;
    line.push(b'\n');
    stream.write_all(&line)?;
    stream.shutdown(Shutdown::Write)?;
    receive(BufReader::new(stream), out)
}

fn receive(mut answer: impl io::BufRead, out: &mut dyn Write) -> Result<u8, Problem> {
    let mut code = String::new();
    (&mut answer).take(16).read_line(&mut code)?;
    let code: u8 = code
        .trim_end()
        .parse()
        .map_err(|_| Problem("The server ended the call without an answer.".to_owned()))?;
    if code == REFUSED {
        let mut problem = String::new();
        answer.read_to_string(&mut problem)?;
        return Err(Problem(problem.trim_end().to_owned()));
    }
    let mut out = Lines { out, last: b'\n' };
    match io::copy(&mut answer, &mut out).and_then(|_| out.end()) {
        // Who reads has enough.
        Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(code),
        copied => copied.map(|()| code).map_err(Problem::from),
    }
}

/// Passes on what is written, and ends the last line where the answer does not: JSON and XML have
/// no new line after them, but a terminal needs one.
struct Lines<'a> {
    out: &'a mut dyn Write,
    last: u8,
}

impl Lines<'_> {
    fn end(&mut self) -> io::Result<()> {
        if self.last != b'\n' {
            self.out.write_all(b"\n")?;
        }
        self.out.flush()
    }
}

impl Write for Lines<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        if let Some(last) = bytes.get(..written).and_then(<[u8]>::last) {
            self.last = *last;
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn unreachable(socket: &Path, cause: &io::Error) -> Problem {
    let socket = socket.display();
    Problem(match cause.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused => format!(
            "No server runs at {socket}. Start one with `innkeeper serve`, or name the folder of \
             the one that runs with --data DIR or INNKEEPER_DATA."
        ),
        io::ErrorKind::PermissionDenied => {
            format!("Only root and the user that runs the server may use {socket}.")
        }
        _ => format!("The server at {socket} cannot be reached: {cause}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn received(answer: &str) -> (Result<u8, Problem>, String) {
        let mut out = Vec::new();
        let code = receive(answer.as_bytes(), &mut out);
        (code, String::from_utf8(out).unwrap())
    }

    #[test]
    fn the_first_line_is_the_exit_code() {
        let (code, out) = received("1\n---\na: 1\n");
        assert_eq!((code.unwrap(), out.as_str()), (1, "---\na: 1\n"));
    }

    #[test]
    fn what_is_printed_ends_with_one_new_line() {
        for (answer, printed) in [("0\n{}", "{}\n"), ("0\n{}\n", "{}\n"), ("0\n", "")] {
            assert_eq!(received(answer).1, printed, "{answer:?}");
        }
    }

    #[test]
    fn a_refusal_and_a_broken_answer_print_nothing() {
        let (code, out) = received("2\nNo.\n");
        assert_eq!((code.unwrap_err().to_string().as_str(), out.as_str()), ("No.", ""));
        let (code, out) = received("");
        assert!(code.is_err() && out.is_empty());
    }

    #[test]
    fn a_server_that_does_not_run_is_told_as_such() {
        let folder = tempfile::tempdir().unwrap();
        let cause = UnixStream::connect(folder.path().join("none")).unwrap_err();
        let said = unreachable(&folder.path().join("none"), &cause).to_string();
        assert!(said.contains("innkeeper serve") && said.contains("INNKEEPER_DATA"), "{said}");
    }
}
