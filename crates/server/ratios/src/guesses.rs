//! Whether the time of a refused login tells if the user is there.

use std::{net::Ipv4Addr, path::Path, time::Duration, time::Instant};

use crate::{Result, client::Client, measure::Times, process::Running, report::Row};

/// How many logins of each kind.
const ROUNDS: u8 = 200;

/// Guesses at users who are there and at users who are not, in turn, each from an address that has
/// not guessed before, so that nobody is made to wait.
pub(crate) fn tell_nothing(data: &Path) -> Result<Vec<Row>> {
    let product = Running::product(data)?;
    let mut times = [Vec::new(), Vec::new()];
    for round in 0..ROUNDS {
        for (kind, name) in [(1, "amber"), (2, "nobody")] {
            let mut client = Client::connect(product.at, Ipv4Addr::new(127, 2, kind, round + 1))?;
            // The first answer is after the TLS handshake, which is not to be timed.
            client.send(b"GET /login HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
            let request = guess(&format!("{name}{:06}", 2000 + u32::from(round)));
            let began = Instant::now();
            let status = client.send(&request)?;
            let taken = began.elapsed();
            if status != 401 {
                return Err(format!("a guess was answered with {status}").into());
            }
            if let Some(times) = times.get_mut(usize::from(kind) - 1) {
                times.push(taken);
            }
        }
    }
    let [known, unknown] = times;
    let t = welch(&known, &unknown);
    let [known, unknown] = [known, unknown].map(|times| times.into_iter().collect::<Times>());
    let [known, unknown] = [&known, &unknown].map(|times| times.median().as_secs_f64());
    Ok(vec![Row {
        work: "A refused login of a user who is there",
        baseline: "of one who is not",
        found: format!("{:.1} ms against {:.1} ms; Welch's t {t:.1}", known * 1e3, unknown * 1e3),
        value: (known / unknown).max(unknown / known),
        most: 1.02,
        unit: "×",
    }])
}

fn guess(user: &str) -> Vec<u8> {
    let form = format!("login_only=1&user={user}&pass=guess");
    format!(
        "POST /login/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\
         \r\nContent-Length: {}\r\n\r\n{form}",
        form.len(),
    )
    .into_bytes()
}

/// How many standard errors the means are apart.
fn welch(one: &[Duration], other: &[Duration]) -> f64 {
    let [one, other] = [one, other].map(|times| {
        let count = f64::from(u32::try_from(times.len()).unwrap_or(u32::MAX));
        let mean = times.iter().map(Duration::as_secs_f64).sum::<f64>() / count;
        let squares = times.iter().map(|time| (time.as_secs_f64() - mean).powi(2)).sum::<f64>();
        (mean, squares / (count - 1.0) / count)
    });
    (one.0 - other.0) / (one.1 + other.1).sqrt()
}
