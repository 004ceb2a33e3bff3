//! The machine's network interface: one, with an alias for each address besides the main one.

use std::net::IpAddr;

use api::{
    Result,
    ports::{Addresses, Interface, InterfaceAddress},
};
use rusqlite::{Connection, Row, params, types::Type};

use super::{Machine, database::fault};

/// The interface.
const INTERFACE: &str = "eth0";

impl Addresses for Machine {
    fn apply(&self, address: &InterfaceAddress) -> Result<()> {
        const PUT: &str = "INSERT INTO addresses (ip, prefix, alias) VALUES (?1, ?2, ?3)
            ON CONFLICT (ip) DO UPDATE SET prefix = ?2, alias = CASE WHEN (alias = 0) = (?3 = 0)
            THEN alias ELSE ?3 END";
        self.database.write(|transaction| {
            if address.main {
                // The machine's own may be another one than at the last start.
                transaction.execute("DELETE FROM addresses WHERE alias = 0", []).map_err(fault)?;
            }
            let alias = if address.main { 0 } else { free_alias(transaction).map_err(fault)? };
            let row = params![address.ip.to_string(), address.prefix, alias];
            transaction.execute(PUT, row).map(|_| ()).map_err(fault)
        })
    }

    fn withdraw(&self, ip: IpAddr) -> Result<()> {
        const REMOVE: &str = "DELETE FROM addresses WHERE ip = ?1 AND alias > 0";
        self.database.write(|transaction| {
            transaction.execute(REMOVE, [ip.to_string()]).map(|_| ()).map_err(fault)
        })
    }

    fn list(&self) -> Result<Vec<Interface>> {
        let mut all: Vec<Interface> = self.database.read(|connection| {
            let mut query = connection.prepare_cached("SELECT ip, prefix, alias FROM addresses")?;
            query.query_map([], read)?.collect()
        })?;
        all.sort_by_key(|interface| interface.address.ip);
        Ok(all)
    }
}

impl Machine {
    /// Says which address the machine has from the start; what is no address leaves it without one.
    pub fn set_main_address(&self, ip: &str) -> Result<()> {
        let Ok(ip) = ip.parse::<IpAddr>() else { return Ok(()) };
        let prefix = match ip {
            IpAddr::V4(ip) if ip.is_loopback() => 8,
            IpAddr::V4(_) => 24,
            IpAddr::V6(ip) if ip.is_loopback() => 128,
            IpAddr::V6(_) => 64,
        };
        Addresses::apply(self, &InterfaceAddress { ip, prefix, main: true })
    }
}

/// The lowest number from 1 that no alias has.
fn free_alias(connection: &Connection) -> rusqlite::Result<i64> {
    const QUERY: &str = "SELECT 1 + MIN(alias) FROM (SELECT 0 AS alias UNION ALL
        SELECT alias FROM addresses) WHERE alias + 1 NOT IN (SELECT alias FROM addresses)";
    connection.prepare_cached(QUERY)?.query_row([], |row| row.get(0))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Interface> {
    let (text, alias): (String, i64) = (row.get(0)?, row.get(2)?);
    let ip = text.parse().map_err(|problem: std::net::AddrParseError| {
        rusqlite::Error::FromSqlConversionFailure(0, Type::Text, problem.into())
    })?;
    let name = if alias == 0 { INTERFACE.to_owned() } else { format!("{INTERFACE}:cp{alias}") };
    let address = InterfaceAddress { ip, prefix: row.get(1)?, main: alias == 0 };
    Ok(Interface { address, name, up: true })
}
