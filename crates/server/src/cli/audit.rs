//! `innkeeper audit`: the newest lines of the audit, one JSON object a line, oldest first. It only
//! reads, so that the server may run meanwhile.

use std::{io::Write, ops::ControlFlow};

use api::{
    UserName, Value, object,
    records::{AuditRecord, Select, Tx, Where, is},
};
use clap::Args;
use jiff::Timestamp;

use super::{Place, Problem};
use crate::run::host;

/// Which lines.
#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    wish: Wish,
}

/// What the lines must have.
#[derive(Debug, Args)]
struct Wish {
    /// Only calls of this user
    #[arg(long, value_name = "USER")]
    actor: Option<UserName>,
    /// Only calls of this function
    #[arg(long, value_name = "NAME")]
    function: Option<String>,
    /// Only calls that ended so: ok, denied, failed, open
    #[arg(long, value_name = "WORD", value_parser = ["ok", "denied", "failed", "open"])]
    result: Option<String>,
    /// Only calls since then, such as 2026-01-31T08:00:00Z
    #[arg(long, value_name = "TIME")]
    since: Option<Timestamp>,
    /// At most so many, the newest
    #[arg(long, value_name = "N", default_value_t = 100)]
    last: usize,
}

/// Prints them.
pub(super) fn run(options: &Options, out: &mut dyn Write) -> Result<(), Problem> {
    let config = options.place.configuration()?;
    if !config.data.is_dir() {
        let data = config.data.display();
        return Err(Problem(format!("There is no data folder {data}; name it with --data DIR.")));
    }
    let opened = host::open(&config, config.settings.clone())?;
    let lines = lines(&*opened.host.store.read()?, &options.wish)?;
    for line in lines.iter().rev() {
        writeln!(out, "{}", written(line))?;
    }
    Ok(())
}

/// The lines, newest first.
fn lines(tx: &dyn Tx, wish: &Wish) -> api::Result<Vec<AuditRecord>> {
    let mut filter = Vec::new();
    filter.extend(wish.actor.as_ref().map(|actor| is("actor", actor)));
    filter.extend(wish.function.as_deref().map(|function| is("function", function)));
    filter.extend(wish.result.as_deref().map(|result| is("result", result)));
    filter.extend(wish.since.map(|since| Where::Above("at", (since.as_second() - 1).into())));
    let select = Select { filter, order: vec![("at", true)], window: None };
    let mut lines = Vec::new();
    tx.each(&select, &mut |line| {
        if lines.len() >= wish.last {
            return Ok(ControlFlow::Break(()));
        }
        lines.push(line);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(lines)
}

fn written(line: &AuditRecord) -> Value {
    let time = Timestamp::from_second(line.at.0).map(|time| time.to_string()).unwrap_or_default();
    object([
        ("time", time.into()),
        ("actor", line.actor.as_str().into()),
        ("token", line.token.as_str().into()),
        ("source", line.source.as_str().into()),
        ("function", line.function.as_str().into()),
        ("parameters", serde_json::from_str(&line.form).unwrap_or_default()),
        ("result", line.result.as_str().into()),
        ("reason", line.reason.as_str().into()),
    ])
}
