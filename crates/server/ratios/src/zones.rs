//! A zone of nearly ten thousand records: editing it, and asking for its names.

use std::{
    net::{Ipv4Addr, SocketAddr, UdpSocket},
    path::Path,
    thread,
    time::{Duration, Instant},
};

use crate::{
    Result,
    measure::in_turn,
    process::Running,
    report::{Base, Row},
    works::{Root, commit},
};

/// The zone.
pub(crate) const ZONE: &str = "large.test";

/// How many names of it are asked for; the zone has a few records more, and 10,000 at the most.
pub(crate) const RECORDS: u32 = 9_900;

/// How many records an edit changes.
const EDITS: u32 = 100;

/// How many questions are on their way at a time.
const WINDOW: usize = 64;

/// How long one side is asked at a time, and how often.
const A_WHILE: (Duration, usize) = (Duration::from_secs(1), 7);

/// A name of the zone.
pub(crate) fn name(number: u32) -> String {
    format!("n{number}.{ZONE}.")
}

/// Its address at first.
pub(crate) fn address(number: u32) -> Ipv4Addr {
    Ipv4Addr::from(0x0a00_0000 + number)
}

/// Measures with the product on a folder.
pub(crate) fn rows(data: &Path) -> Result<Vec<Row>> {
    let product = Running::product(data)?;
    let mut root = Root::of(&product, data)?;
    let mut serial = make(&mut root)?;
    let mut rows = edits(&mut root, product.dns, &mut serial, data)?;
    rows.push(questions(product.dns)?);
    Ok(rows)
}

/// Makes the zone; gives its serial.
fn make(root: &mut Root) -> Result<String> {
    let made = root.request("adddns", &format!("domain={ZONE}&ip=192.0.2.1"));
    root.call(&made)?;
    let read = root.request("dumpzone", &format!("domain={ZONE}"));
    root.call(&read)?;
    let zone: serde_json::Value = serde_json::from_slice(&root.client.body)?;
    let lines = zone.pointer("/data/zone/0/record").and_then(|lines| lines.as_array());
    let start = lines.and_then(|lines| lines.iter().find(|line| line["type"] == "SOA"));
    let mut serial = start.and_then(|start| text(&start["serial"])).ok_or("no serial")?;
    let numbers: Vec<u32> = (0..RECORDS).collect();
    for some in numbers.chunks(900) {
        let add = |number: &u32| {
            let (name, address) = (name(*number), address(*number));
            item(
                "add",
                &format!(
                    "\"dname\":\"{name}\",\"ttl\":300,\"record_type\":\"A\",\"data\":[\"{address}\"]"
                ),
            )
        };
        serial = edit(root, &serial, &some.iter().map(add).collect::<String>())?;
    }
    Ok(serial)
}

fn text(value: &serde_json::Value) -> Option<String> {
    value.as_str().map(str::to_owned).or_else(|| Some(value.as_u64()?.to_string()))
}

/// A parameter whose value is an object of JSON.
fn item(name: &str, fields: &str) -> String {
    let mut out = format!("&{name}=");
    for byte in format!("{{{fields}}}").bytes() {
        match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'.' | b'_' | b'-' => {
                out.push(char::from(byte));
            }
            other => out.extend(["%", &format!("{other:02X}")]),
        }
    }
    out
}

/// Edits the zone; gives the new serial.
fn edit(root: &mut Root, serial: &str, items: &str) -> Result<String> {
    let form = format!("zone={ZONE}&serial={serial}{items}");
    let request = root.request("mass_edit_dns_zone", &form);
    root.call(&request)?;
    let answer: serde_json::Value = serde_json::from_slice(&root.client.body)?;
    let serial = answer.pointer("/data/new_serial").and_then(text);
    Ok(serial.ok_or("no new serial")?)
}

/// The index of the line that the records begin on, and the records in the zone's order.
fn first_line(root: &mut Root) -> Result<u32> {
    let read = root.request("parse_dns_zone", &format!("zone={ZONE}"));
    root.call(&read)?;
    let zone: serde_json::Value = serde_json::from_slice(&root.client.body)?;
    let lines = zone.pointer("/data/payload").and_then(|lines| lines.as_array());
    let last = lines.and_then(|lines| lines.last()?.get("line_index")?.as_u64());
    Ok(u32::try_from(last.ok_or("no lines")?)? + 1 - RECORDS)
}

fn edits(root: &mut Root, dns: SocketAddr, serial: &mut String, data: &Path) -> Result<Vec<Row>> {
    let first = first_line(root)?;
    let mut commit = commit(data)?;
    let mut served = Vec::new();
    let [edited, durable] = in_turn(
        31,
        [
            &mut |round| {
                let from = u32::try_from(round)? * EDITS;
                let new = Ipv4Addr::from(0x0b00_0000 + from);
                let put = |number: u32| {
                    let (name, line) = (name(number), first + number);
                    item(
                        "edit",
                        &format!(
                            "\"line_index\":{line},\"dname\":\"{name}\",\"ttl\":60,\"record_type\":\"A\",\"data\":[\"{new}\"]"
                        ),
                    )
                };
                let items: String = (from..from + EDITS).map(put).collect();
                *serial = edit(root, serial, &items)?;
                served.push((from, new));
                Ok(())
            },
            &mut |_| commit(),
        ],
    )?;
    let work = "mass_edit_dns_zone: 100 edits of a zone of 10,000 records";
    let costs = Row::ratio(work, "one durable commit", (&edited, Base(&[&durable])), 10.0);
    Ok(vec![costs, changed(root, dns, serial, first)?])
}

/// How long it takes at the most until a changed record is answered.
fn changed(root: &mut Root, dns: SocketAddr, serial: &mut String, first: u32) -> Result<Row> {
    let mut longest = Duration::ZERO;
    for number in 0..20 {
        let new = Ipv4Addr::from(0x0c00_0000 + number);
        let (name, line) = (name(number), first + number);
        let item = item(
            "edit",
            &format!(
                "\"line_index\":{line},\"dname\":\"{name}\",\"ttl\":60,\"record_type\":\"A\",\"data\":[\"{new}\"]"
            ),
        );
        *serial = edit(root, serial, &item)?;
        let began = Instant::now();
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0))?;
        socket.set_read_timeout(Some(Duration::from_secs(2)))?;
        let mut buffer = [0; 512];
        loop {
            socket.send_to(&question(number), dns)?;
            let (size, _) = socket.recv_from(&mut buffer)?;
            // The address is the end of an answer without more.
            if buffer.get(..size).is_some_and(|answer| answer.ends_with(&new.octets())) {
                break;
            }
            thread::sleep(Duration::from_millis(1));
        }
        longest = longest.max(began.elapsed());
    }
    Ok(Row {
        work: "A changed record of 10,000, until the DNS server answers it",
        baseline: "",
        found: "the longest of 20".to_owned(),
        value: longest.as_secs_f64() * 1e3,
        most: 100.0,
        unit: "ms",
    })
}

/// The question for a name's address.
fn question(number: u32) -> Vec<u8> {
    let mut bytes = vec![0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    for label in name(number).split('.') {
        bytes.push(u8::try_from(label.len()).unwrap_or_default());
        bytes.extend(label.bytes());
    }
    bytes.extend([0, 1, 0, 1]);
    bytes
}

fn questions(dns: SocketAddr) -> Result<Row> {
    let authority = Running::authority()?;
    let (while_, times) = A_WHILE;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    rate(dns, while_)?;
    rate(authority.dns, while_)?;
    for _ in 0..times {
        ours.push(rate(dns, while_)?);
        theirs.push(rate(authority.dns, while_)?);
    }
    let median = |rates: &mut Vec<f64>| {
        rates.sort_by(f64::total_cmp);
        rates.get(rates.len() / 2).copied().unwrap_or_default()
    };
    let (ours, theirs) = (median(&mut ours), median(&mut theirs));
    Ok(Row {
        work: "DNS questions answered, of 10,000 names",
        baseline: "hickory's own authority in memory",
        found: format!("{ours:.0} a second against {theirs:.0}"),
        value: theirs / ours,
        most: 2.0,
        unit: "×",
    })
}

/// How many questions are answered a second.
fn rate(dns: SocketAddr, while_: Duration) -> Result<f64> {
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0))?;
    socket.connect(dns)?;
    socket.set_read_timeout(Some(Duration::from_millis(100)))?;
    let questions: Vec<Vec<u8>> = (0..RECORDS).step_by(7).map(question).collect();
    let mut next = questions.iter().cycle();
    let mut ask = || match next.next() {
        Some(question) => socket.send(question).map(drop),
        None => Ok(()),
    };
    (0..WINDOW).try_for_each(|_| ask())?;
    let (began, mut answered, mut buffer) = (Instant::now(), 0_u32, [0; 512]);
    while began.elapsed() < while_ {
        match socket.recv(&mut buffer) {
            // No error, and one record.
            Ok(_)
                if buffer.get(3).is_some_and(|code| code.trailing_zeros() >= 4)
                    && buffer.get(7) == Some(&1) =>
            {
                answered += 1;
                ask()?;
            }
            Ok(_) => return Err("a question is not answered as it should be".into()),
            // What was lost is asked again.
            Err(_) => (0..WINDOW).try_for_each(|_| ask())?,
        }
    }
    Ok(f64::from(answered) / began.elapsed().as_secs_f64())
}
