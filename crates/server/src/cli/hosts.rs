//! `innkeeper hosts`: the hosts that share the store, and which of them take new accounts.

use std::io::Write;

use adapters::store;
use api::{
    Flag, HostName,
    records::{Cell, HostEntry, HostRecord, is},
};
use clap::Args;
use functions::domain::fleet;

use super::{Place, Problem};

/// What is to be said of a host, and where the store is.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// Let new accounts be placed on that host
    #[arg(long, value_name = "NAME")]
    open: Option<HostName>,
    /// Place no new accounts on that host; those that it has stay
    #[arg(long, value_name = "NAME")]
    close: Option<HostName>,
    #[command(flatten)]
    place: Place,
}

/// Says it, and prints a line for each host.
pub(super) fn run(options: &Options, out: &mut dyn Write) -> Result<(), Problem> {
    let config = options.place.configuration()?;
    let store = store::open(config.store.reveal())?;
    for (name, accepts) in [(&options.open, true), (&options.close, false)] {
        let Some(name) = name else { continue };
        let tx = store.write()?;
        let accepts = Flag(accepts);
        let set = [("accepts", Cell::from(&accepts))];
        if tx.update::<HostRecord>(&set, &[is("name", name)])? == 0 {
            return Err(Problem(format!("The store has no host “{name}”.")));
        }
        tx.commit()?;
    }
    let tx = store.read()?;
    for seen in fleet::hosts(&*tx)? {
        let waiting = tx.count::<HostEntry>(&[is("host", &seen.host.name)])?;
        let there = match seen.silent {
            _ if seen.is_there() => "there".to_owned(),
            Some(seconds) => format!("silent for {seconds} s"),
            None => "never seen".to_owned(),
        };
        let takes = if seen.host.accepts.0 { "takes new accounts" } else { "closed" };
        writeln!(
            out,
            "{}  {}  {} accounts  {waiting} changes waiting  {takes}  {there}",
            seen.host.name, seen.host.address, seen.host.accounts
        )?;
    }
    Ok(())
}
