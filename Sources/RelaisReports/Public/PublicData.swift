import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisWording

/// What the public page's script reads, as compact JSON: sentences, relays, streets.
struct PublicData {
  private let page: PublicPage
  private let map: PublicMap

  init(_ page: PublicPage, _ map: PublicMap) {
    self.page = page
    self.map = map
  }

  func json() -> [UInt8] {
    var json = JSONWriter(htmlSafe: true, capacity: 1 << 16)
    json.object { json in
      json.member("lang", page.wording.language.code)
      json.member("pace", (page.material.childPace * 1000).rounded() / 1000)
      json.key("text")
      json.object { json in for (key, text) in page.wording.publicTexts { json.member(key, text) } }
      json.key("places")
      json.array { json in for number in page.places.indices { write(place: number, to: &json) } }
      if let book = page.material.book {
        let answers = book.answers(
          page.material.result, page.wording, withCandidates: false)
        json.key("answers")
        StreetAnswersData(answers: answers, wording: page.wording, point: map.point)
          .write(to: &json)
      }
      json.key("map")
      map.write(to: &json)
      json.key("streets")
      json.array { json in
        for (spot, nearest) in page.streets() {
          let at = map.point(spot.position)
          json.array { json in
            json.string(spot.name)
            json.integer(at.x)
            json.integer(at.y)
            for (place, length) in nearest {
              json.integer(place)
              json.integer((length.millimetres + 500) / 1000)
            }
          }
        }
      }
    }
    return json.finish()
  }

  /// `week` only where the browser's clock decides for certain whether the relay is open;
  /// `holidays` where public holidays change it, so that « open » would not be sure.
  private func write(place number: Int, to json: inout JSONWriter) {
    let place = page.places[number]
    json.object { json in
      json.member("name", place.relay.name)
      json.member("where", page.address(place.relay))
      json.member("hours", page.hours(number))
      if let position = place.relay.position, position.isFinite {
        let at = map.point(position)
        json.key("at")
        json.array { json in
          json.integer(at.x)
          json.integer(at.y)
        }
        if place.relay.isApproximate { json.member("about", true) }
      }
      guard let week = place.hours?.week else { return }
      switch week.publicHolidays {
      case .unsaid: break
      case .closed: json.member("holidays", true)
      // Open on a holiday when it would be closed, and the other way round: nothing is sure.
      case .during: return
      }
      json.key("week")
      json.array { json in
        for day in week.days {
          json.array { json in
            for stretch in day {
              json.integer(stretch.lowerBound)
              json.integer(stretch.upperBound)
            }
          }
        }
      }
    }
  }
}
